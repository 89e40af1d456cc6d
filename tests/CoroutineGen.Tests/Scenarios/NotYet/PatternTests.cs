using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class PatternTests
{
    // CORO2003: A yield inside a 'when' clause beside patterns that read computed members
    [Fact]
    public void S098_A_member_pattern_is_read_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => MemberOnce(log, yield), log => MemberOnce(log), answers: [[true], [false, false, true], [false]]);

    [Coroutine]
    private static string MemberOnce(Log log, Yield<string, bool> yield)
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
}
