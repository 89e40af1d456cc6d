using System.Numerics;

namespace Simulation.Chance;

/// <summary>Python's module random: the same numbers from the same seed.</summary>
sealed class PythonRandom(BigInteger seed)
{
    private static readonly double _normalMagic = 4 * Math.Exp(-0.5) / Math.Sqrt(2);

    private readonly MersenneTwister _bits = new(seed);

    /// <summary>From 0 to 1, without 1.</summary>
    public double Random()
    {
        uint high = _bits.Next() >> 5;
        uint low = _bits.Next() >> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    /// <summary>Between two numbers.</summary>
    public double Uniform(double from, double to) => from + (to - from) * Random();

    /// <summary>Times between events that happen so often.</summary>
    /// <param name="rate">One divided by the mean.</param>
    public double ExpoVariate(double rate) => -Math.Log(1.0 - Random()) / rate;

    /// <summary>Normally distributed.</summary>
    public double NormalVariate(double mean, double deviation)
    {
        while (true)
        {
            double first = Random();
            double second = 1.0 - Random();
            double z = _normalMagic * (first - 0.5) / second;
            if (z * z / 4.0 <= -Math.Log(second))
                return mean + z * deviation;
        }
    }

    /// <summary>A whole number of a range, both ends included.</summary>
    public long RandInt(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return from + (long)Below((ulong)(to - from) + 1);
    }

    /// <summary>One of several.</summary>
    public T Choice<T>(IReadOnlyList<T> of) => of[(int)Below((ulong)of.Count)];

    /// <summary>So many random bits.</summary>
    /// <param name="count">From 1 to 64.</param>
    public ulong GetRandBits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 64);
        if (count <= 32)
            return _bits.Next() >> (32 - count);
        ulong low = _bits.Next();
        return low | ((ulong)(_bits.Next() >> (64 - count)) << 32);
    }

    // Draws as many bits as the number has until they are less, which is fair.
    private ulong Below(ulong limit)
    {
        ArgumentOutOfRangeException.ThrowIfZero(limit);
        int bits = 64 - BitOperations.LeadingZeroCount(limit);
        ulong drawn = GetRandBits(bits);
        while (drawn >= limit)
            drawn = GetRandBits(bits);
        return drawn;
    }
}
