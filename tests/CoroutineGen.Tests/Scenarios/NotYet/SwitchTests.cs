using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class SwitchTests
{
    // CORO2003: A yield inside a 'when' clause beside patterns that read members
    [Fact]
    public void S106_A_when_that_yields_beside_members() => Oracle.Check((log, yield) => ArmsOfMembers(log, yield), log => ArmsOfMembers(log));

    [Coroutine]
    private static string ArmsOfMembers(Log log, Yield<string, object?> yield)
        => yield("value") switch
        {
            string { Length: > 1 and var length } s when yield("when") is not null => s + length,
            string { Length: var length } s => s + yield(s) + length,
            var other => $"{other} {yield("other")} {other}",
        };
}
