namespace Http.Parsing;

/// <summary>How much a client may ask for, in bytes.</summary>
sealed record Limits
{
    public int RequestLine { get; init; } = 8 * 1024;

    /// <summary>All header fields together.</summary>
    public int Fields { get; init; } = 32 * 1024;

    /// <summary>How many fields.</summary>
    public int FieldCount { get; init; } = 100;

    /// <summary>The line before a chunk: its size, and what else may stand there.</summary>
    public int ChunkLine { get; init; } = 256;

    public long Body { get; init; } = 16 * 1024 * 1024;
}
