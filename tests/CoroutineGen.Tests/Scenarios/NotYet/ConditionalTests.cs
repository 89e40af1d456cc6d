using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Expressions in which a yield may not be reached.</summary>
public sealed partial class ConditionalTests
{
    // CORO2003: A yield inside this expression (logical and)
    // CORO2003: A yield inside this expression (logical or)
    [Fact]
    public void S084_User_defined_short_circuits() => Oracle.Check((log, yield) => Users(log, yield), log => Users(log));

    [Coroutine]
    private static string Users(Log log, Yield<string, bool> yield)
    {
        var yes = new Truth(log, true);
        var no = new Truth(log, false);
        Truth both = yes && new Truth(log, yield("reached"));
        Truth none = no && new Truth(log, yield("not reached"));
        Truth either = no || new Truth(log, yield("reached too"));
        if (new Truth(log, yield("condition")))
            log.Note("true");
        return $"{both.Value} {none.Value} {either.Value}";
    }
}
