namespace CoroutineGen.Benchmarks.Groups.Sending;

/// <summary>The running average as one would write it without coroutines: its state in fields, one method.</summary>
sealed class AveragerClass
{
    double _total;
    int _samples;

    public double Send(double sample)
    {
        _samples++;
        _total += sample;
        return _total / _samples;
    }
}
