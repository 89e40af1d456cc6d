using System.Numerics;

namespace Simulation.Chance;

/// <summary>MT19937, seeded by a number as CPython does it: each bit of the seed counts.</summary>
sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <param name="seed">Any whole number; its sign does not count.</param>
    public MersenneTwister(BigInteger seed)
    {
        byte[] bytes = BigInteger.Abs(seed).ToByteArray(isUnsigned: true);
        uint[] key = new uint[Math.Max(1, (bytes.Length + 3) / 4)];
        for (int n = 0; n < bytes.Length; n++)
            key[n / 4] |= (uint)bytes[n] << (n % 4 * 8);
        Seed(key);
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        if (_next == Size)
            Twist();
        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Seed(uint[] key)
    {
        _state[0] = 19650218;
        for (int n = 1; n < Size; n++)
            _state[n] = 1812433253 * Mixed(n - 1) + (uint)n;

        int i = 1;
        int j = 0;
        for (int n = Math.Max(Size, key.Length); n > 0; n--)
        {
            _state[i] = (_state[i] ^ (Mixed(i - 1) * 1664525)) + key[j] + (uint)j;
            i = After(i);
            j = (j + 1) % key.Length;
        }
        for (int n = Size - 1; n > 0; n--)
        {
            _state[i] = (_state[i] ^ (Mixed(i - 1) * 1566083941)) - (uint)i;
            i = After(i);
        }
        _state[0] = 0x80000000;
    }

    // The first word is that behind the last.
    private int After(int i)
    {
        if (i + 1 < Size)
            return i + 1;
        _state[0] = _state[Size - 1];
        return 1;
    }

    private uint Mixed(int n) => _state[n] ^ (_state[n] >> 30);

    private void Twist()
    {
        for (int n = 0; n < Size; n++)
        {
            uint y = (_state[n] & 0x80000000) | (_state[(n + 1) % Size] & 0x7fffffff);
            _state[n] = _state[(n + Shift) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        _next = 0;
    }
}
