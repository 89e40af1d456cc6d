using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Why a combination may be refused. What is refused for any other reason is a finding.</summary>
internal static class Refusals
{
    private static readonly (string Pattern, string Reason)[] Listed =
    [
        ("^CORO1011", "a coroutine of a struct has a copy of it: what it assigns to this would be lost"),
        ("^CORO2002", "the form has a lambda or a local function around the yield"),
        ("^CORO2004", "a span or a reference would live across the yield, as C# forbids it with await"),
        ("^CORO2009", "a reference that is not known to be the same afterwards would live across the yield, as C# forbids it with await"),
        (@"^CORO2003.*\(conditional\)", "a reference that a condition chooses would live across the yield, as C# forbids it with await"),
        ("^CORO2003.*passed by reference", "a reference would live across a yield to its right, as C# forbids it with await"),
        ("^CORO2003.*short-circuit operator of a dynamic", "which operator is called is known only when both sides are"),
    ];

    /// <returns>Null for what is not listed.</returns>
    public static string? ReasonOf(string message)
        => Listed.FirstOrDefault(l => Regex.IsMatch(message, l.Pattern)).Reason;
}
