using System.Threading.Channels;

namespace CoroutineGen.Benchmarks.Groups.Awaiting;

// Who takes the values.
static partial class Awaiting
{
    const int Makes = 1_000;

    static readonly Task<int> s_ready = Task.FromResult(1);

    static async Task<long> Sum(IAsyncEnumerable<int> values)
    {
        long sum = 0;
        await foreach (int n in values)
            sum += n;
        return sum;
    }

    static Task<long> PureIterator() => Sum(CountingIterator(Values));

    static async Task<long> Pure()
    {
        long sum = 0;
        await foreach (int n in Counting(Values))
            sum += n;
        return sum;
    }

    static Task<long> MixedIterator() => Sum(MixingIterator(Values));

    static async Task<long> Mixed()
    {
        long sum = 0;
        await foreach (int n in Mixing(Values))
            sum += n;
        return sum;
    }

    static Task<long> ReadyIterator() => Sum(AwaitsIterator(Values, s_ready));

    static async Task<long> Ready()
    {
        long sum = 0;
        await foreach (int n in Awaits(Values, s_ready))
            sum += n;
        return sum;
    }

    static Task<long> WaitIterator(int each) => Sum(WaitsIterator(Values, each));

    static async Task<long> Wait(int each)
    {
        long sum = 0;
        await foreach (int n in Waits(Values, each))
            sum += n;
        return sum;
    }

    static async Task<long> Averages()
    {
        var averager = Averager();
        double sum = 0;
        for (int i = 0; i < Values; i++)
        {
            await averager.MoveNextAsync();
            sum += averager.Current;
        }
        return (long)sum;
    }

    static async Task<long> Sends()
    {
        var averager = await Averager().PrimeAsync();
        double sum = 0;
        for (int i = 0; i < Values; i++)
        {
            await averager.TrySendAsync(i);
            sum += averager.Current;
        }
        return (long)sum;
    }

    static async Task<long> SendsForValues()
    {
        var averager = await Averager().PrimeAsync();
        double sum = 0;
        for (int i = 0; i < Values; i++)
            sum += await averager.SendAsync(i);
        return (long)sum;
    }

    static async Task<long> Channels()
    {
        var samples = Channel.CreateBounded<double>(1);
        var averages = Channel.CreateBounded<double>(1);
        var averager = Task.Run(async () =>
        {
            double total = 0;
            int n = 0;
            await foreach (double sample in samples.Reader.ReadAllAsync())
                await averages.Writer.WriteAsync((total += sample) / ++n);
        });
        double sum = 0;
        for (int i = 0; i < Values / 10; i++)
        {
            await samples.Writer.WriteAsync(i);
            sum += await averages.Reader.ReadAsync();
        }
        samples.Writer.Complete();
        await averager;
        return (long)sum;
    }

    static async Task<long> TakeFirst()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            var counting = Mixing(10);
            await counting.MoveNextAsync();
            sum += counting.Current;
        }
        return sum;
    }

    static async Task<long> TakeFirstIterator()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            var counting = MixingIterator(10).GetAsyncEnumerator();
            await counting.MoveNextAsync();
            sum += counting.Current;
        }
        return sum;
    }

    static async Task<long> TakeFirstWaiting()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            var waiting = Waits(10, 10);
            await waiting.MoveNextAsync();
            sum += waiting.Current;
        }
        return sum;
    }

    static async Task<long> TakeFirstWaitingIterator()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            var waiting = WaitsIterator(10, 10).GetAsyncEnumerator();
            await waiting.MoveNextAsync();
            sum += waiting.Current;
        }
        return sum;
    }

    static async Task<long> Leave()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            await foreach (int n in Leaving())
            {
                sum += n;
                break;
            }
        }
        return sum;
    }

    static async Task<long> LeaveIterator()
    {
        long sum = 0;
        for (int i = 0; i < Makes; i++)
        {
            await foreach (int n in LeavingIterator())
            {
                sum += n;
                break;
            }
        }
        return sum;
    }

    static Task<long> PipelineIterator() => Sum(PassingIterator(CountingIterator(Values)));

    static async Task<long> Pipeline()
    {
        long sum = 0;
        await foreach (int n in Passing(CountingIterator(Values)))
            sum += n;
        return sum;
    }

    /// <summary>A chain that has handed out a value.</summary>
    static DeepCoroutine Standing(int depth)
    {
        var chain = Deep(depth, int.MaxValue, 0);
        Take(chain, 1).GetAwaiter().GetResult();
        return chain;
    }

    static async Task<long> Take(DeepCoroutine chain, int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            await chain.MoveNextAsync();
            sum += chain.Current;
        }
        return sum;
    }

    static Task<long> ChainIterator(int depth, int values, int each) => Sum(DeepIterator(depth, values, each));

    static async Task<long> Chain(int depth, int values, int each)
    {
        long sum = 0;
        await foreach (int n in Deep(depth, values, each))
            sum += n;
        return sum;
    }
}
