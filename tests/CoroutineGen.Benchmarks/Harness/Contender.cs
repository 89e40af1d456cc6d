namespace CoroutineGen.Benchmarks.Harness;

/// <summary>One way to do the work of a race.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Ours">Whether it is a generated coroutine.</param>
/// <param name="Measure">Does the work once; gives the time of one operation, and the bytes of what the race counts them for.</param>
/// <param name="Bars">What it has to reach.</param>
sealed record Contender(string Name, bool Ours, Func<Sample> Measure, Bar[] Bars)
{
    /// <summary>Something exact that the race counts beside the time.</summary>
    public Func<long>? Count { get; init; }
}
