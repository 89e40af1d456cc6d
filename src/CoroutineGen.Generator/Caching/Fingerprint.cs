namespace CoroutineGen.Generator.Caching;

/// <summary>A 128-bit hash: two texts with equal fingerprints are taken to be equal.</summary>
internal readonly record struct Fingerprint(ulong High, ulong Low);

/// <summary>Builds a fingerprint piece by piece. Each piece is closed by a mark, so that "ab" + "c" differs from "a" + "bc".</summary>
internal struct FingerprintBuilder
{
    private const ulong Prime1 = 0x9E3779B185EBCA87, Prime2 = 0xC2B2AE3D27D4EB4F;

    private ulong _high;
    private ulong _low;

    public void Add(string text)
    {
        foreach (char c in text)
            Mix(c);
        Mix(0x1_0000 + (ulong)text.Length);
    }

    public void Add(long value)
    {
        Mix(unchecked((ulong)value));
        Mix(0x2_0000);
    }

    public void Add(Fingerprint value)
    {
        Mix(value.High);
        Mix(value.Low);
    }

    public readonly Fingerprint ToFingerprint() => new(Avalanche(_high), Avalanche(_low));

    private void Mix(ulong value)
    {
        unchecked
        {
            _high = (_high ^ value) * Prime1;
            _high ^= _high >> 29;
            _low = (((_low << 23) | (_low >> 41)) + value + 1) * Prime2;
            _low ^= _low >> 31;
        }
    }

    private static ulong Avalanche(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 33)) * Prime2;
            value = (value ^ (value >> 29)) * Prime1;
            return value ^ (value >> 32);
        }
    }
}
