namespace CoroutineGen.Benchmarks.Harness;

/// <summary>A race in all its processes: with tiered PGO, and without where that was asked for.</summary>
sealed class RaceResult(IReadOnlyList<RaceRun> withPgo, IReadOnlyList<RaceRun> withoutPgo)
{
    readonly RaceRun _any = withPgo[0];

    public string Title => _any.Title;

    public string Unit => _any.Unit;

    public string BytesPer => _any.BytesPer;

    public string? Counted => _any.Counted;

    public bool HasWithoutPgo => withoutPgo.Count > 0;

    public IReadOnlyList<ContenderRun> Contenders => _any.Contenders;

    /// <summary>Nanoseconds for an operation.</summary>
    public double Time(int contender, bool pgo = true)
        => Statistics.Mean(Runs(pgo).Select(run => Statistics.Median(run.Contenders[contender].Nanoseconds)));

    /// <summary>A contender's time as a multiple of another's: the mean, of each process its own median of ratios.</summary>
    public Spread Ratio(int contender, int peer = 0, bool pgo = true)
        => Spread.Of([.. Runs(pgo).Select(run => run.Contenders)
            .Select(all => Statistics.Ratio(all[contender].Nanoseconds, all[peer].Nanoseconds))]);

    /// <summary>The most in any process: with tiered PGO, which is what users have.</summary>
    public double Bytes(int contender) => withPgo.Max(run => run.Contenders[contender].Bytes);

    /// <summary>What was measured for a bar.</summary>
    public double Measured(int contender, Bar bar) => bar.Limits switch
    {
        Limits.Time => Ratio(contender, IndexOf(bar.Peer)).Mean,
        Limits.TimeWithoutPgo => HasWithoutPgo ? Ratio(contender, IndexOf(bar.Peer), pgo: false).Mean : double.NaN,
        Limits.Bytes => Bytes(contender),
        Limits.BytesOfPeer => Bytes(contender) / Bytes(IndexOf(bar.Peer)),
        _ => Contenders[contender].Count ?? double.NaN,
    };

    /// <summary>The same in the process where it was least: what else the machine does can only make it more.</summary>
    public double Least(int contender, Bar bar) => bar.Limits switch
    {
        Limits.Time => Ratio(contender, IndexOf(bar.Peer)).Low,
        Limits.TimeWithoutPgo when HasWithoutPgo => Ratio(contender, IndexOf(bar.Peer), pgo: false).Low,
        _ => Measured(contender, bar),
    };

    /// <summary>Whether a bar is reached. What was not measured is not reached.</summary>
    public bool Meets(int contender, Bar bar) => Measured(contender, bar) <= bar.AtMost;

    public int IndexOf(string? contender)
    {
        int index = contender is null ? 0 : Array.FindIndex(_any.Contenders, c => c.Name == contender);
        return index >= 0 ? index : throw new ArgumentException($"No contender '{contender}' in '{Title}'.");
    }

    IReadOnlyList<RaceRun> Runs(bool pgo) => pgo ? withPgo : withoutPgo;
}
