using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Why a combination may be refused. What is refused for any other reason is a finding.</summary>
internal static class Refusals
{
    private static readonly (string Pattern, string Reason)[] Listed =
    [
        ("^CORO2001", "a ref local or a ref struct lives across the yield, as C# forbids it in an async method"),
    ];

    /// <returns>Null for what is not listed.</returns>
    public static string? ReasonOf(string message)
        => Listed.FirstOrDefault(l => Regex.IsMatch(message, l.Pattern)).Reason;
}
