using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class ForeachVariableTests
{
    // CORO2003: A yield inside a foreach that deconstructs
    [Fact]
    public void S123_Deconstructing_variables() => Oracle.Check((log, yield) => Deconstructing(log, yield), log => Deconstructing(log));

    [Coroutine]
    private static string Deconstructing(Log log, Yield<string, int> yield)
    {
        string seen = "";
        foreach (var (name, (a, _)) in new[] { ("x", (1, 2)), ("y", (3, 4)) })
            seen += name + yield(name) + a;
        int outer = 0;
        foreach ((_, var rest) in new Dictionary<int, string> { [5] = "five" })
            seen += rest + yield(rest) + outer++;
        foreach ((string key, int value) in new SortedDictionary<string, int> { ["k"] = 6 })
        {
            yield(key);
            seen += log.Arg(key, value);
        }
        return seen + outer;
    }

    // CS0019: the variable of a dynamic foreach has become object
    [Fact]
    public void S124_A_dynamic_collection() => Oracle.Check((log, yield) => Dynamic(log, yield), log => Dynamic(log));

    [Coroutine]
    private static string Dynamic(Log log, Yield<string, int> yield)
    {
        dynamic collection = new List<object> { 1, "b" };
        string seen = "";
        foreach (var item in collection)
            seen += item + yield($"{item}") + ";";
        return log.Arg("seen", seen);
    }

    // BUG S1: the elements of an array made in a conditional collection are lost
    [Fact]
    public void S126_A_yield_in_the_collection_expression() => Oracle.Check((log, yield) => Collection(log, yield), log => Collection(log));

    [Coroutine]
    private static int Collection(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        foreach (int n in Enumerable.Range(log.Arg("from", 1), yield("count") & 3))
            sum += yield($"{n}");
        foreach (int n in yield("which") > 2 ? new[] { yield("a"), 2 } : [])
            sum += log.Arg("n", n);
        return sum;
    }
}
