using System.Threading.Channels;

namespace CoroutineGen.Benchmarks.Groups.Sending;

/// <summary>The running average behind two channels: an async loop reads samples and writes averages.</summary>
sealed class ChannelAverager
{
    static readonly BoundedChannelOptions One = new(1) { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = true };

    readonly Channel<double> _samples = Channel.CreateBounded<double>(One), _averages = Channel.CreateBounded<double>(One);

    public ChannelAverager() => _ = Answer();

    async Task Answer()
    {
        double total = 0;
        for (int n = 1; ; n++)
        {
            total += await _samples.Reader.ReadAsync();
            await _averages.Writer.WriteAsync(total / n);
        }
    }

    public async Task<double> Send(int count)
    {
        double last = 0;
        for (int n = 0; n < count; n++)
        {
            await _samples.Writer.WriteAsync(n);
            last = await _averages.Reader.ReadAsync();
        }
        return last;
    }
}

/// <summary>The running average on a thread of its own, which takes turns with the sender by two semaphores.</summary>
sealed class ThreadAverager
{
    readonly SemaphoreSlim _sent = new(0), _answered = new(0);
    double _value;

    public ThreadAverager() => new Thread(Answer) { IsBackground = true }.Start();

    void Answer()
    {
        double total = 0;
        for (int n = 1; ; n++)
        {
            _sent.Wait();
            total += _value;
            _value = total / n;
            _answered.Release();
        }
    }

    public double Send(double sample)
    {
        _value = sample;
        _sent.Release();
        _answered.Wait();
        return _value;
    }
}
