using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Http.Parsing;

/// <summary>What lines look like (RFC 9110 and 9112). Strict where being lenient has let requests be smuggled past others.</summary>
static partial class Grammar
{
    private static readonly SearchValues<char> _token
        = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    public static bool IsToken(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(_token);

    /// <summary>"GET /here HTTP/1.1".</summary>
    public static (string Method, string Target, int Minor) RequestLine(string line, Input input)
    {
        if (line.Split(' ') is not [var method, var target, var version])
            throw input.Bad(400, "A request line is a method, a target and a version, with one space between them.");
        if (!IsToken(method))
            throw input.Bad(400, "The method is no token.");
        if (target.Length == 0 || target.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw input.Bad(400, "The target has characters that must be escaped.");
        if (!Version().IsMatch(version))
            throw input.Bad(400, "The version is none of HTTP.");
        if (!version.StartsWith("HTTP/1.", StringComparison.Ordinal))
            throw input.Bad(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
        return (method, target, version[^1] == '0' ? 0 : 1);
    }

    /// <summary>"Name: value".</summary>
    public static (string Name, string Value) Field(string line, Input input)
    {
        if (line[0] is ' ' or '\t')
            throw input.Bad(400, "A header field goes on in a line of its own.");
        int colon = line.IndexOf(':');
        if (colon < 0)
            throw input.Bad(400, "A header field has no colon.");
        if (!IsToken(line.AsSpan(0, colon)))
            throw input.Bad(400, "The name of a header field is no token.");
        string value = line[(colon + 1)..].Trim(' ', '\t');
        foreach (char c in value)
            if (c is < ' ' and not '\t' or '\x7f')
                throw input.Bad(400, "A header field has a control character.");
        return (line[..colon], value);
    }

    /// <summary>"1f; what=ever".</summary>
    public static long ChunkSize(string line, Input input)
    {
        var digits = line.AsSpan();
        if (digits.IndexOf(';') is >= 0 and var extension)
            digits = digits[..extension].TrimEnd(' ').TrimEnd('\t');
        // Parse alone would take zeros behind the number, the characters, for nothing.
        if (digits.Length is 0 or > 15 || digits.ContainsAnyExcept(_hexadecimal))
            throw input.Bad(400, "The size of a chunk is no hexadecimal number.");
        return long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^HTTP/[0-9]\\.[0-9]\\z")]
    private static partial Regex Version();
}
