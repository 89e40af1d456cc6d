namespace CoroutineGen.Benchmarks.Harness;

/// <summary>The few statistics that are needed: medians where outliers must not count, means of what is all true.</summary>
static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The geometric mean: of ratios, and of times that differ by where code lies, none is an outlier.</summary>
    public static double Mean(IEnumerable<double> values) => Math.Exp(values.Average(Math.Log));

    /// <summary>The median of the ratios within each round: what slows the machine in a round, slows both.</summary>
    public static double Ratio(IEnumerable<double> mine, IEnumerable<double> theirs) => Median(mine.Zip(theirs, (m, t) => m / t));
}

/// <summary>A figure from several processes: the mean, the lowest and the highest.</summary>
readonly record struct Spread(double Mean, double Low, double High)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(Statistics.Mean(values), values.Min(), values.Max());
}
