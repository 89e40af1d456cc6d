using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Expressions in which a yield may not be reached.</summary>
public sealed partial class ConditionalTests
{
    [Fact]
    public void S081_Short_circuits() => Oracle.Check((log, yield) => ShortCircuit(log, yield), log => ShortCircuit(log));

    [Coroutine]
    private static string ShortCircuit(Log log, Yield<string, bool> yield)
    {
        bool a = yield("a") && log.Arg("b", true) && yield("c");
        bool d = log.Arg("d", a) || yield("e") || log.Arg("f", false) && yield("never") || yield("g");
        if (yield("h") && (yield("i") || a) && !d)
            log.Note("inside");
        while (a && yield("while"))
            a = yield("still");
        return $"{a} {d} {yield("j") || yield("k")}";
    }

    [Fact]
    public void S082_Not() => Oracle.Check((log, yield) => Not(log, yield), log => Not(log));

    [Coroutine]
    private static string Not(Log log, Yield<string, bool> yield)
    {
        bool a = !yield("a");
        if (!(a && !yield("b")))
            log.Note("not both");
        return $"{a} {!(!yield("c") || !log.Arg("d", a))}";
    }

    [Fact]
    public void S083_Lifted_logic_evaluates_both_sides() => Oracle.Check((log, yield) => Lifted(log, yield), log => Lifted(log));

    [Coroutine]
    private static string Lifted(Log log, Yield<string, bool?> yield)
    {
        bool? and = log.Arg<bool?>("a", false) & yield("b");
        bool? or = yield("c") | log.Arg<bool?>("d", null) | yield("e");
        bool plain = log.Arg("f", false) & (yield("g") ?? true);
        and &= yield("and");
        or |= yield("or") ^ and;
        return $"{and} {or} {plain}";
    }

    /// <summary>A truth of its own, whose operators tell when they run.</summary>
    private sealed class Truth(Log log, bool value)
    {
        public static bool operator true(Truth t) => t.Log.Arg("is true", t.Value);

        public static bool operator false(Truth t) => !t.Log.Arg("is not false", t.Value);

        public static Truth operator &(Truth a, Truth b) => new(a.Log, a.Log.Arg("and", a.Value & b.Value));

        public static Truth operator |(Truth a, Truth b) => new(a.Log, a.Log.Arg("or", a.Value | b.Value));

        public Log Log => log;

        public bool Value => value;
    }

    [Fact]
    public void S084_A_yield_right_of_a_user_defined_short_circuit()
        => Oracle.Check((log, yield) => RightOf(log, yield), log => RightOf(log));

    [Coroutine]
    private static string RightOf(Log log, Yield<string, bool> yield)
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

    [Fact]
    public void S084_User_defined_truth() => Oracle.Check((log, yield) => Users(log, yield), log => Users(log));

    [Coroutine]
    private static string Users(Log log, Yield<string, bool> yield)
    {
        var yes = new Truth(log, true);
        Truth both = yes & new Truth(log, yield("both sides")) | new Truth(log, yield("and more"));
        if (new Truth(log, yield("condition")))
            log.Note("true");
        bool asked = yield("asked");
        Truth either = new Truth(log, asked) || both && yes;
        return new Truth(log, yield("last")) ? $"{both.Value}" : $"{either.Value}";
    }

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

    [Fact]
    public void S085_The_conditional_operator() => Oracle.Check((log, yield) => Ternary(log, yield), log => Ternary(log));

    [Coroutine]
    private static string Ternary(Log log, Yield<string, int> yield)
    {
        int a = yield("test") > 2 ? yield("then") : log.Arg("else", -1);
        long b = a > 0 ? yield("int") : 5L;
        int c = log.Arg("left", a) + (b > 3 ? log.Arg("right", 1) : yield("else")) * (yield("x") > yield("y") ? 2 : yield("z"));
        return a > c ? $"{a}" : b > c ? yield("inner") + "" : c.ToString();
    }

    [Fact]
    public void S086_The_target_typed_conditional_operator()
        => Oracle.Check((log, yield) => TargetTyped(log, yield), log => TargetTyped(log));

    [Coroutine]
    private static string TargetTyped(Log log, Yield<string, int> yield)
    {
        int? a = yield("a") > 2 ? null : yield("b");
        byte small = yield("c") > 2 ? (byte)1 : (byte)2;
        Pair pair = yield("d") > 2 ? new(1, yield("e")) : default;
        List<int> list = log.Arg("flag", a == null) ? [yield("f"), 2] : [];
        Func<int, int> f = yield("g") > 1 ? n => n + 1 : n => n * 10;
        return $"{a} {small} {pair} {Log.Show(list)} {f(log.Arg("n", 3))}";
    }

    [Fact]
    public void S087_Coalescing_chains() => Oracle.Check((log, yield) => Coalesce(log, yield), log => Coalesce(log));

    [Coroutine]
    private static string Coalesce(Log log, Yield<string, int?> yield)
    {
        int a = yield("a") ?? yield("b") ?? log.Arg("c", 30);
        long b = yield("widened") ?? 5L;
        object c = yield("boxed") ?? (object)$"none {yield("text")}";
        int? d = log.Arg<int?>("d", null) ?? yield("e");
        return $"{a} {b} {c} {d} {(yield("f") ?? 1) + (yield("g") ?? yield("h"))}";
    }

    [Fact]
    public void S088_A_yield_in_the_middle_of_a_conditional_chain()
        => Oracle.Check((log, yield) => Chain(log, yield), log => Chain(log), answers: [[3, 1, 4, 1, 5], [0, 0, 2]]);

    [Coroutine]
    private static string Chain(Log log, Yield<string, int> yield)
    {
        Box? box = new Box(log, "box");
        int? a = box?.B.Sum(yield("a"), log.Arg("b", 1));
        string? text = box?.Inner?.Text?.PadLeft(yield("not reached")).Trim();
        box = yield("lose it") > 2 ? null : box;
        int? b = box?.B?.P.CompareTo(yield("to"));
        string c = log.Arg("left", "l") + box?.Sum(1, yield("in the middle"));
        return $"{a} {text} {b} {c}";
    }

    [Fact]
    public void S088_A_yield_in_a_conditional_index()
        => Oracle.Check((log, yield) => Index(log, yield), log => Index(log), answers: [[3, 1, 4, 1, 5], [0, 0, 2]]);

    [Coroutine]
    private static string Index(Log log, Yield<string, int> yield)
    {
        Box? box = yield("box") > 2 ? new Box(log, "box") : null;
        int? key = box?[yield("key")];
        int? b = box?.B?[yield("deep")].CompareTo(yield("to"));
        int[]? array = yield("array") > 0 ? [7, 8] : null;
        return $"{key} {b} {array?[yield("index") & 1]} {array?[log.Arg("left", 0)] + yield("right")}";
    }

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

    [Fact]
    public void S092_Coalescing_to_a_throw()
        => Oracle.Check((log, yield) => OrThrow(log, yield), log => OrThrow(log), answers: [["a", "b"], [null], ["a", null]]);

    [Coroutine]
    private static string OrThrow(Log log, Yield<string, string?> yield)
    {
        string a = yield("a") ?? throw new ArgumentException("a");
        int length = (log.Arg("left", a) + (yield("b") ?? throw new FormatException(a))).Length;
        return (yield("c")?.ToUpperInvariant() ?? throw new InvalidOperationException($"no c {length}")) + length;
    }
}
