using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>Where a ratio lies on a chart: linear, or logarithmic where the ratios of a group differ by orders of magnitude.</summary>
sealed class Scale
{
    const double LinearUpTo = 12;

    readonly double _low, _high;

    public Scale(double lowest, double highest, double left, double right)
    {
        (Left, Right) = (left, right);
        IsLogarithmic = highest / lowest > LinearUpTo && (highest > LinearUpTo || lowest < 1 / LinearUpTo);
        _low = IsLogarithmic ? PowerOfTen(Math.Floor(Math.Log10(lowest))) : 0;
        _high = IsLogarithmic ? PowerOfTen(Math.Ceiling(Math.Log10(highest))) : Math.Max(highest, 1);
    }

    public double Left { get; }

    public double Right { get; }

    public bool IsLogarithmic { get; }

    /// <summary>A scale on which all that the races have measured lies, and all that they limit.</summary>
    public static Scale For(IReadOnlyList<RaceResult> races, double left, double right)
    {
        double[] ratios =
        [
            .. races.SelectMany(race => race.Contenders.Select((_, i) => race.Ratio(i).Mean)),
            .. races.Where(race => race.HasWithoutPgo).SelectMany(race => race.Contenders.Select((_, i) => race.Ratio(i, pgo: false).Mean)),
            .. races.SelectMany(race => race.Contenders.SelectMany(BarsOf).Select(bar => RatioOf(race, bar))),
        ];
        return new(ratios.Min(), ratios.Max(), left, right);
    }

    /// <summary>What a contender's time has to keep to.</summary>
    public static IEnumerable<Bar> BarsOf(ContenderRun contender)
        => contender.Bars.Where(bar => bar.Limits is Limits.Time or Limits.TimeWithoutPgo);

    /// <summary>A bar as a multiple of the first of its race.</summary>
    public static double RatioOf(RaceResult race, Bar bar)
        => bar.AtMost * race.Ratio(race.IndexOf(bar.Peer), pgo: bar.Limits == Limits.Time || !race.HasWithoutPgo).Mean;

    public IEnumerable<double> Ticks
    {
        get
        {
            if (IsLogarithmic)
            {
                for (double power = Math.Log10(_low); power < Math.Log10(_high) + 0.5; power++)
                    yield return PowerOfTen(power);
                yield break;
            }
            double step = _high <= 2 ? 0.5 : _high <= 5 ? 1 : 2;
            for (double tick = 0; tick <= _high; tick += step)
                yield return tick;
        }
    }

    public double At(double ratio)
    {
        double part = IsLogarithmic ? Math.Log(ratio / _low) / Math.Log(_high / _low) : ratio / _high;
        return Left + (Math.Clamp(part, 0, 1) * (Right - Left));
    }

    static double PowerOfTen(double power) => Math.Pow(10, Math.Round(power));
}
