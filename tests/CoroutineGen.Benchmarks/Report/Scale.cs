using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>Where a ratio lies on a chart: linear, or logarithmic where the ratios of a group differ by orders of magnitude.</summary>
sealed class Scale
{
    const double LinearUpTo = 12;

    readonly double _low, _high, _left, _right;
    readonly bool _logarithmic;

    public Scale(double lowest, double highest, double left, double right)
    {
        (_left, _right) = (left, right);
        _logarithmic = highest / lowest > LinearUpTo && (highest > LinearUpTo || lowest < 1 / LinearUpTo);
        // Logarithmic bars begin at a power of ten below all of them, so that the shortest one can be seen.
        _low = _logarithmic ? Math.Pow(10, Math.Floor(Math.Log10(lowest * 0.8))) : 0;
        _high = _logarithmic ? highest : Math.Max(highest, 1);
    }

    public static Scale For(IReadOnlyList<RaceResult> races, double left, double right)
    {
        var ratios = races.SelectMany(race => race.Contenders.SelectMany((_, i) => race.HasWithoutPgo
            ? new[] { race.Ratio(i).Mean, race.Ratio(i, pgo: false).Mean }
            : [race.Ratio(i).Mean])).ToArray();
        return new(ratios.Min(), ratios.Max(), left, right);
    }

    public string Note => _logarithmic ? "; logarithmic" : "";

    public IEnumerable<double> Ticks
    {
        get
        {
            if (_logarithmic)
            {
                for (double tick = _low; tick <= _high; tick *= 10)
                    yield return tick;
                yield break;
            }
            double step = _high <= 2 ? 0.5 : _high <= 5 ? 1 : 2;
            for (double tick = 0; tick <= _high; tick += step)
                yield return tick;
        }
    }

    public double At(double ratio)
    {
        double part = _logarithmic ? Math.Log(ratio / _low) / Math.Log(_high / _low) : ratio / _high;
        return _left + (Math.Clamp(part, 0, 1) * (_right - _left));
    }
}
