using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Expressions in which a yield may not be reached.</summary>
public sealed partial class ConditionalTests
{
    // BUG S14: a loop's condition of a type with operator true is negated by an operator that it lacks
    [Fact]
    public void S084_A_loop_on_a_user_defined_truth() => Oracle.Check((log, yield) => UsersLoop(log, yield), log => UsersLoop(log));

    [Coroutine]
    private static int UsersLoop(Log log, Yield<string, bool> yield)
    {
        int n = 0;
        var on = new Truth(log, true);
        while (new Truth(log, yield("while")) & on)
            on = new Truth(log, yield("still") && ++n < 5);
        do
            n++;
        while (on && new Truth(log, yield("again") && n < 9));
        for (; on; n++)
            on = new Truth(log, yield("for") && n < 9);
        return n;
    }
}
