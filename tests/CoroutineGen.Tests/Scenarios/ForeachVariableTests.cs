using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class ForeachVariableTests
{
    [Fact]
    public void S122_An_explicit_conversion_of_the_elements()
        => Oracle.Check((log, yield) => Conversion(log, yield), log => Conversion(log));

    [Coroutine]
    private static string Conversion(Log log, Yield<string, int> yield)
    {
        string seen = "";
        foreach (byte small in new[] { 1, 300 })
            seen += small + ":" + yield(seen) + " ";
        try
        {
            foreach (string text in new object[] { "a", 2, "c" })
                seen += text + yield(text);
        }
        catch (InvalidCastException)
        {
            log.Note("cast");
        }
        return seen;
    }

    private static IEnumerable<int> Source(Log log, string name)
    {
        try
        {
            for (int n = 1; n < 4; n++)
                yield return n;
        }
        finally
        {
            log.Note($"{name} is disposed");
        }
    }

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

    [Fact]
    public void S125_Break_return_and_throw_dispose() => Oracle.Check((log, yield) => Leaving(log, yield), log => Leaving(log));

    [Coroutine]
    private static int Leaving(Log log, Yield<string, int> yield)
    {
        foreach (int n in Source(log, "broken"))
        {
            if (yield($"{n}") > 2)
                break;
        }
        foreach (int n in Source(log, "outer"))
        {
            foreach (int m in Source(log, $"inner {n}"))
            {
                int answer = yield($"{n}.{m}");
                if (answer == 5)
                    return log.Arg("return", n);
                if (answer == 4)
                    throw new FormatException("four");
                if (answer == 2)
                    goto Out;
                if (answer == 1)
                    break;
            }
        }
    Out:
        log.Note("out");
        return yield("end");
    }

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

    [Fact]
    public void S127_Nested_loops() => Oracle.Check((log, yield) => Nested(log, yield), log => Nested(log));

    [Coroutine]
    private static string Nested(Log log, Yield<string, int> yield)
    {
        string seen = "";
        foreach (var row in new[] { new List<int> { 1, 2 }, [], [3] })
        {
            foreach (int n in row)
            {
                foreach (char c in "ab")
                {
                    if (yield($"{n}{c}") > 4)
                        goto Next;
                    seen += $"{n}{c}";
                }
            Next:
                seen += ".";
            }
            if (seen.Length > 8)
                break;
        }
        return log.Arg("seen", seen);
    }

    [Fact]
    public void S127_One_way_over_a_sequence() => Oracle.Check((log, yield) => OneWay(log, yield), log => OneWay(log));

    [Coroutine]
    private static void OneWay(Log log, Yield<int> yield)
    {
        foreach (int n in Source(log, "outer"))
        {
            foreach (int m in Source(log, "inner"))
            {
                if (m > n)
                    break;
                yield(n * 10 + m);
            }
        }
    }
}
