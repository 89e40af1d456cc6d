using System.Globalization;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>
/// The ratios that are promised, held to from one change to the next: on a machine that nobody has made quiet, so that a multiple of a bar
/// is allowed, and the best of several processes counts. What is exact, bytes and bodies bound, the tests hold to.
/// </summary>
static class BarCheck
{
    public const double Margin = 1.5;

    /// <summary>How many processes; as many again without PGO.</summary>
    public const int Processes = 3;

    /// <summary>A line for each ratio that has a bar, and how many of them are above it.</summary>
    public static (string Lines, int Above) Of(IEnumerable<RaceResult> races)
    {
        var held = races.SelectMany(race => race.Contenders.SelectMany((contender, i) => contender.Bars
            .Where(bar => bar.Limits is Limits.Time or Limits.TimeWithoutPgo)
            .Select(bar => (Race: race.Title, contender.Name, Bar: bar, Ratio: race.Least(i, bar))))).ToArray();
        // What was not measured is above.
        bool IsAbove(double ratio, Bar bar) => !(ratio <= bar.AtMost * Margin);
        return (
            string.Concat(held.Select(h => string.Create(
                CultureInfo.InvariantCulture,
                $"{(IsAbove(h.Ratio, h.Bar) ? "ABOVE" : "ok   ")} {h.Race}, {h.Name}: "
                + $"{h.Ratio:0.00}x, bar {h.Bar.Describe(h.Ratio, "")}\n"))),
            held.Count(h => IsAbove(h.Ratio, h.Bar)));
    }
}
