namespace CoroutineGen.Benchmarks.Harness;

/// <summary>How much is run: a run that counts, or a quick one that shows that all works.</summary>
/// <param name="Quick">Whether it is the quick one.</param>
/// <param name="QuickProcesses">In how many processes a quick one runs each race.</param>
sealed record Effort(bool Quick, int QuickProcesses = 1)
{
    /// <summary>Between two warm-up rounds: the runtime's delay before it optimises is 100 ms.</summary>
    public TimeSpan Pause => TimeSpan.FromMilliseconds(40);

    public int RoundsOf(int full) => !Quick ? full : full <= 3 ? 1 : Math.Min(full, 5);

    public int WarmUpsOf(int full) => Quick ? Math.Min(full, 10) : full;

    /// <summary>In how many processes each race is run: code lies elsewhere in each.</summary>
    public int ProcessesOf(int full) => Quick ? QuickProcesses : full;
}
