using System.Runtime.CompilerServices;
using Xunit;
using Numbers = System.Collections.Generic.List<int>;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Bodies stay at home: names, accessibility, this and base mean what they meant.</summary>
public sealed partial class MemberTests
{
    // BUG S4: CallerArgumentExpression sees the rewritten text
    [Fact]
    public void S206_The_text_of_an_argument() => Oracle.Check((log, yield) => Texts(log, yield), log => Texts(log));

    [Coroutine]
    private static string Texts(Log log, Yield<string, int> yield)
    {
        int n = yield(Argument(1));
        return Argument(n) + Argument(yield("inside")) + Argument(n + yield("again")) + log.Arg("text", Argument(2 + 3));
    }
}
