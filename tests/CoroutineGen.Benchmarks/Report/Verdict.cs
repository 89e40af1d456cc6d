using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>Whether bars were reached.</summary>
static class Verdict
{
    /// <summary>For a contender: met, or which of its bars it missed.</summary>
    public static string Of(RaceResult race, int contender)
    {
        var bars = race.Contenders[contender].Bars;
        var missed = bars.Where(bar => !race.Meets(contender, bar)).ToArray();
        if (missed.Length == 0)
            return bars.Length == 0 ? "" : "met";
        return bars.Length == 1 ? "**missed**" : $"**missed**: {string.Join(", ", missed.Select(Name))}";
    }

    /// <summary>For a group: how many of its bars were reached.</summary>
    public static string Of(IReadOnlyList<RaceResult> races)
    {
        var met = races
            .SelectMany(race => race.Contenders.SelectMany((contender, i) => contender.Bars.Select(bar => race.Meets(i, bar))))
            .ToArray();
        return met.Length == 0 ? "No bars." : $"{met.Count(m => m)} of {met.Length} bars met.";
    }

    static string Name(Bar bar) => bar.Limits switch
    {
        Limits.Time => bar.Peer is null ? "time" : $"time of {bar.Peer}",
        Limits.TimeWithoutPgo => "time without PGO",
        Limits.Count => "count",
        _ => "bytes",
    };
}
