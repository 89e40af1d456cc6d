using System.Globalization;

namespace Http.Parsing;

/// <summary>Where the body of a request ends (RFC 9112, 6.3), and whether another one may follow. In doubt it is refused.</summary>
static class Framing
{
    public static Head Decide(string method, string target, int minor, Fields fields, Limits limits, Input input)
    {
        int hosts = fields.Values("Host").Count();
        if (hosts > 1 || (hosts == 0 && minor == 1))
            throw input.Bad(400, "A request has one Host.");

        string[] codings = [.. fields.Values("Transfer-Encoding")];
        string[] lengths = [.. fields.Values("Content-Length")];
        long? length = 0;
        if (codings.Length > 0)
        {
            if (lengths.Length > 0)
                throw input.Bad(400, "A request has a Transfer-Encoding or a Content-Length, not both.");
            if (minor == 0)
                throw input.Bad(400, "HTTP/1.0 has no Transfer-Encoding.");
            if (codings is not [var coding] || !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
                throw input.Bad(501, "The only Transfer-Encoding here is chunked.");
            length = null;
        }
        else if (lengths.Length > 0)
        {
            length = Length(lengths, limits, input);
        }

        var connection = fields.Tokens("Connection").ToHashSet();
        bool keepsAlive = !connection.Contains("close") && (minor == 1 || connection.Contains("keep-alive"));
        return new Head(method, target, minor, fields, length, keepsAlive);
    }

    private static long Length(string[] lengths, Limits limits, Input input)
    {
        if (lengths is not [var text] || text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw input.Bad(400, "The Content-Length is no number.");
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length) || length > limits.Body)
            throw input.Bad(413, $"The body is longer than {limits.Body} bytes.");
        return length;
    }
}
