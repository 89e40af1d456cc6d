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

    // CORO2003: A yield inside this expression (conditional access)
    [Fact]
    public void S088_A_yield_in_the_middle_of_a_conditional_chain()
        => Oracle.Check((log, yield) => Chain(log, yield), log => Chain(log), answers: [[3, 1, 4, 1, 5], [0, 0, 2]]);

    [Coroutine]
    private static string Chain(Log log, Yield<string, int> yield)
    {
        Box? box = new Box(log, "box");
        int? a = box?.B.Sum(yield("a"), log.Arg("b", 1));
        int? key = box?[yield("key")];
        string? text = box?.Inner?.Text?.PadLeft(yield("not reached")).Trim();
        box = yield("lose it") > 2 ? null : box;
        int? b = box?.B?[yield("deep")].CompareTo(yield("to"));
        string c = log.Arg("left", "l") + box?.Sum(1, yield("in the middle"));
        int[]? array = yield("array") > 0 ? [7, 8] : null;
        return $"{a} {key} {text} {b} {c} {array?[yield("index") & 1]}";
    }

    // CORO2003: A yield inside this expression (conditional access)
    [Fact]
    public void S089_A_conditional_call_for_its_effect() => Oracle.Check((log, yield) => Effect(log, yield), log => Effect(log));

    [Coroutine]
    private static void Effect(Log log, Yield<string, int> yield)
    {
        List<int>? list = yield("list") > 2 ? [] : null;
        list?.Add(yield("add"));
        list?.AddRange([log.Arg("a", 1), yield("b")]);
        Action<int>? action = yield("action") > 0 ? n => log.Note($"called {n}") : null;
        action?.Invoke(yield("argument"));
        log.Note(Log.Show(list));
    }

    // CORO2003: A yield inside this expression (conditional access)
    [Fact]
    public void S090_A_conditional_member_of_a_nullable() => Oracle.Check((log, yield) => OnNullable(log, yield), log => OnNullable(log));

    [Coroutine]
    private static string OnNullable(Log log, Yield<string, int?> yield)
    {
        int? n = yield("n");
        int? compared = n?.CompareTo(yield("m") ?? 0);
        Pair? pair = n > 2 ? new Pair(1, 2) : null;
        int? sum = pair?.Add(yield("a copy") ?? 5);
        return $"{compared} {sum} {pair} {yield("direct")?.ToString()}";
    }

    // CORO2003: A yield inside this expression (conditional access)
    [Fact]
    public void S091_Conditional_assignment()
        => Oracle.Check((log, yield) => Assign(log, yield), log => Assign(log), answers: [[3, 1, 4, 1, 5], [0, 0, 2]]);

    [Coroutine]
    private static string Assign(Log log, Yield<string, int> yield)
    {
        Box? box = yield("box") > 2 ? new Box(log, "box") : null;
        box?.P = yield("property");
        box?.F += yield("compound");
        box?.B[log.Arg("key", 1)] = yield("item");
        return $"{box} {box?.Inner}";
    }
}
