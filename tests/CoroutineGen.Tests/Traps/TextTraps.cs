using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Traps;

/// <summary>Traps 8 to 10: when an operand becomes text, and the text that the compiler makes of the call itself.</summary>
public sealed partial class TextTraps
{
    // Naive: "a old! 3", because the object is kept over the yield, not its text.
    [Fact]
    public void Trap_08_Concatenation_takes_the_text_before_the_yield()
        => Oracle.Check((log, yield) => Concatenated(log, yield), log => Concatenated(log));

    [Coroutine]
    private static string Concatenated(Log log, Yield<object, int> yield)
    {
        var text = new StringBuilder("old");
        string all = "a " + text + " " + yield(new During("first", () => text.Append('!')));
        all += " " + text + yield(new During("second", () => text.Append('?')));
        return all;
    }

    // Naive: "old! 03" for the string, because its holes are filled after the yield; "new 01" for the FormattableString, which does keep
    // the object, because they are filled before it.
    [Fact]
    public void Trap_09_An_interpolated_string_formats_as_it_goes_a_FormattableString_does_not()
        => Oracle.Check((log, yield) => Interpolated(log, yield), log => Interpolated(log));

    [Coroutine]
    private static string Interpolated(Log log, Yield<object, int> yield)
    {
        var text = new StringBuilder("old");
        string now = $"{text} {yield(new During("now", () => text.Append('!'))):00}";
        text.Clear().Append("new");
        FormattableString later = $"{text} {yield(new During("later", () => text.Append('!'))):00}";
        text.Append('?');
        return now + FormattableString.Invariant(later);
    }

    private static string Where(
        int value, [CallerArgumentExpression(nameof(value))] string text = "", [CallerMemberName] string member = "",
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        => $"{text} in {member} at {line} of {Path.GetFileName(file)}: {value}; ";

    // Naive: "f.n + sent" and a line of the generated file, because that is what the compiler sees there.
    [Fact]
    public void Trap_10_A_callee_is_told_of_the_users_call() => Oracle.Check((log, yield) => Calls(log, yield), log => Calls(log));

    [Coroutine]
    private static string Calls(Log log, Yield<string, int> yield)
    {
        int n = 1;
        string told = Where(n);
        told += Where(yield("one"));
        for (int i = 0; i < 2; i++)
            told += Where(n + yield("two")) + Where(i);
        return told + Where(yield("three"), member: "named");
    }
}
