namespace CoroutineGen.Benchmarks.Harness;

/// <summary>The few statistics that are left when outliers must not count.</summary>
static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of the ratios within each round: what slows the machine in a round, slows both.</summary>
    public static double Ratio(IEnumerable<double> mine, IEnumerable<double> theirs) => Median(mine.Zip(theirs, (m, t) => m / t));
}

/// <summary>A figure from several processes: the median, the lowest and the highest.</summary>
readonly record struct Spread(double Median, double Low, double High)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(Statistics.Median(values), values.Min(), values.Max());
}
