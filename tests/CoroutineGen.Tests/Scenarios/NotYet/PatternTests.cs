using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class PatternTests
{
    // CORO2003: A yield inside this expression (switch)
    [Fact]
    public void S097_List_and_slice_patterns() => Oracle.Check((log, yield) => Lists(log, yield), log => Lists(log));

    [Coroutine]
    private static string Lists(Log log, Yield<string, int> yield)
    {
        int[] array = [yield("0"), 1, yield("2"), 3];
        if (array is [var head, .., > 2] && yield("head") is var answer)
            log.Note($"{head} {answer}");
        if (array is [_, .. [.. var middle, _], var last])
            yield($"{middle.Length} {last}");
        return array switch
        {
            [3, ..] => $"three {yield("three")}",
            [.., 1 or 2, 3] and [var x, ..] => $"{x} {yield("x")} {x}",
            { Length: > 3 } => "long",
            _ => "none",
        };
    }

    // CORO2003: A yield inside a 'when' clause
    [Fact]
    public void S098_A_property_is_read_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => ReadOnce(log, yield), log => ReadOnce(log), answers: [[true], [false, false, true], [false]]);

    [Coroutine]
    private static string ReadOnce(Log log, Yield<string, bool> yield)
    {
        var moody = new Moody(log);
        switch (moody)
        {
            case { Mood: 1 } when yield("one?"):
                return "one";
            case { Mood: 1 or 2 } when yield("two?"):
                return "two";
            case { Mood: var mood } when yield("any?"):
                return $"any {mood}";
            default:
                return $"default {yield("default")}";
        }
    }

    // CORO2003: A yield inside a 'when' clause
    [Fact]
    public void S099_The_value_is_copied_before_the_cases()
        => Oracle.Check((log, yield) => Copied(log, yield), log => Copied(log), answers: [[true], [false, true], [false]]);

    [Coroutine]
    private static string Copied(Log log, Yield<string, bool> yield)
    {
        int n = 1;
        switch (n)
        {
            case 1 when (n = 2) == 2 && yield("first?"):
                return $"first {n}";
            case 2:
                return "two: the switch has seen the change";
            case 1 when yield("second?"):
                return $"second {n}";
            case var seen:
                return $"{seen} {n}";
        }
    }
}
