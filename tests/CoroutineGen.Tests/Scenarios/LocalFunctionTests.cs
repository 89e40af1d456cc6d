using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LocalFunctionTests
{
    [Fact]
    public void S187_A_local_function_used_before_its_declaration() => Oracle.Check((log, yield) => Before(log, yield), log => Before(log));

    [Coroutine]
    private static string Before(Log log, Yield<string, int> yield)
    {
        int n = yield(Describe(0));
        string first = Describe(n);
        n++;
        string second = yield("between") + Describe(n);
        return log.Arg("first", first) + second;

        string Describe(int m) => $"<{m}>";
    }
}
