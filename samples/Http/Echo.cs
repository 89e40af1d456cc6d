using System.Security.Cryptography;
using System.Text;
using Http.Serving;

namespace Http;

/// <summary>Says what has been understood of a request.</summary>
static class Echo
{
    public static Response Answer(Request request)
    {
        var text = new StringBuilder();
        text.Append($"{request.Head.Method} {request.Head.Target} HTTP/1.{request.Head.Minor}\n");
        foreach (var (name, value) in request.Head.Fields.Where(field => !IsOfTheMachine(field.Key)))
            text.Append($"{name}: {value}\n");
        text.Append($"body: {request.Body.Length} bytes, {Convert.ToHexStringLower(SHA256.HashData(request.Body))[..16]}\n");
        foreach (var (name, value) in request.Trailers)
            text.Append($"behind it {name}: {value}\n");
        return new Response(200, text.ToString());
    }

    // The same request says the same everywhere.
    private static bool IsOfTheMachine(string name)
        => name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase);
}
