using System.Linq.Expressions;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Lambdas and local functions see the variables of plain C#: fresh where a scope is entered, shared where it is not.</summary>
public sealed partial class ClosureTests
{
    // CORO2003: A yield inside this statement (ForEachVariableStatement)
    [Fact]
    public void S179_The_variable_of_a_foreach_is_fresh()
        => Oracle.Check((log, yield) => ForeachFresh(log, yield), log => ForeachFresh(log));

    [Coroutine]
    private static string ForeachFresh(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        int answers = 0;
        foreach (int n in new[] { 1, 2, 3 })
        {
            kept.Add(() => n);
            kept.Add(() => n * answers);
            answers += yield($"{n}");
        }
        foreach (var (a, b) in new[] { (1, 2), (3, 4) })
        {
            yield("pair");
            kept.Add(() => a * 10 + b);
        }
        return Call(kept);
    }
}
