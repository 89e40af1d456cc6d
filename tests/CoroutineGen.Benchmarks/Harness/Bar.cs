using System.Globalization;

namespace CoroutineGen.Benchmarks.Harness;

/// <summary>What a bar limits.</summary>
enum Limits
{
    /// <summary>The time, as a multiple of a peer's.</summary>
    Time,

    /// <summary>The same in processes without tiered PGO.</summary>
    TimeWithoutPgo,

    /// <summary>Allocated bytes.</summary>
    Bytes,

    /// <summary>Allocated bytes, as a multiple of a peer's.</summary>
    BytesOfPeer,

    /// <summary>What the race counts.</summary>
    Count,
}

/// <summary>A figure that a contender has to reach.</summary>
/// <param name="Limits">What it limits.</param>
/// <param name="AtMost">The limit.</param>
/// <param name="Peer">Whom the contender is compared with; null for the first of its race.</param>
sealed record Bar(Limits Limits, double AtMost, string? Peer = null)
{
    public static Bar Time(double atMost, string? peer = null) => new(Limits.Time, atMost, peer);

    public static Bar WithoutPgo(double atMost, string? peer = null) => new(Limits.TimeWithoutPgo, atMost, peer);

    public static Bar Bytes(double atMost) => new(Limits.Bytes, atMost);

    public static Bar BytesOfPeer(string? peer = null, double atMost = 1) => new(Limits.BytesOfPeer, atMost, peer);

    public static Bar Count(long atMost) => new(Limits.Count, atMost);

    /// <summary>The bar in words, with what was measured where the table has no column for it.</summary>
    public string Describe(double measured, string counted)
    {
        string limit = AtMost.ToString("0.##", CultureInfo.InvariantCulture);
        string peer = Peer is null ? "" : string.Create(CultureInfo.InvariantCulture, $" of {Peer} ({measured:0.00})");
        return Limits switch
        {
            Limits.Time => $"≤ {limit}x{peer}",
            Limits.TimeWithoutPgo => $"≤ {limit}x{peer} without PGO",
            Limits.Bytes => $"≤ {limit} bytes",
            Limits.BytesOfPeer => $"bytes ≤ {(AtMost == 1 ? "" : limit + " of ")}{Peer ?? "the first"}",
            _ => $"≤ {limit} {counted}",
        };
    }
}
