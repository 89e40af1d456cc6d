namespace Http.Parsing;

/// <summary>
/// What the parser hands out, one after another: a head, pieces of its body, an end; and a wish for more bytes in between.
/// </summary>
abstract record Part
{
    /// <summary>More bytes, please.</summary>
    public static readonly Part More = new Wish();

    private sealed record Wish : Part;
}

/// <summary>A piece of a body, as it came.</summary>
sealed record Body(byte[] Bytes) : Part;

/// <summary>The request is complete.</summary>
/// <param name="Trailers">What stood behind a chunked body.</param>
sealed record End(Fields Trailers) : Part;

/// <summary>All that stands before the body of a request.</summary>
/// <param name="Method">As "GET".</param>
/// <param name="Target">As it was sent.</param>
/// <param name="Minor">The version: 1 for HTTP/1.1.</param>
/// <param name="Fields">The header fields.</param>
/// <param name="Length">How long the body is; null if it is chunked.</param>
/// <param name="KeepsAlive">Whether another request may follow.</param>
sealed record Head(string Method, string Target, int Minor, Fields Fields, long? Length, bool KeepsAlive) : Part
{
    /// <summary>Whether the client waits to be told that it shall send the body.</summary>
    public bool AwaitsContinue => Minor == 1 && Length != 0 && Fields.Tokens("Expect").Contains("100-continue");
}
