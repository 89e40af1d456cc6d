using System.Diagnostics;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Tuples, strings, delegates and the rest of what an expression may hold on both sides of a yield.</summary>
public sealed partial class SpillingTupleTests
{
    [Fact]
    public void S030_Tuple_literals() => Oracle.Check((log, yield) => Tuples(log, yield), log => Tuples(log));

    [Coroutine]
    private static string Tuples(Log log, Yield<string, int> yield)
    {
        (long a, object b, int c) = (log.Arg("a", 1), yield("b"), log.Arg("c", 3));
        var named = (x: log.Arg("x", "x"), y: yield("y"), (log.Arg("z", 'z'), yield("w")));
        (byte, string?) typed = (1, yield("n") > 2 ? null : "some");
        return $"{a}{b}{c} {named.x}{named.y}{named.Item3.Item2} {typed}";
    }

    [Fact]
    public void S031_Tuple_equality() => Oracle.Check((log, yield) => TupleEquals(log, yield), log => TupleEquals(log));

    [Coroutine]
    private static string TupleEquals(Log log, Yield<string, int> yield)
    {
        bool same = (log.Arg("a", 3), log.Arg("b", 1L)) == (yield("a"), yield("b"));
        var left = (yield("l"), log.Arg("k", 1));
        bool differ = left != (log.Arg("m", 4), yield("n"));
        return $"{same} {differ}";
    }

    private sealed class Parts(Log log, int n)
    {
        public void Deconstruct(out int a, out int b)
        {
            log.Note("deconstruct");
            a = n;
            b = n + 1;
        }
    }

    /// <summary>An object whose text changes.</summary>
    private sealed class Changing(Log log)
    {
        public int N;

        public override string ToString() => log.Arg("text", $"v{N}");
    }

    [Fact]
    public void S032_The_phases_of_a_deconstruction()
        => Oracle.Check((log, yield) => Deconstruction(log, yield), log => Deconstruction(log));

    [Coroutine]
    private static string Deconstruction(Log log, Yield<string, int> yield)
    {
        // Targets first, then the right side, then Deconstruct, then the assignments.
        var box = new Box(log, "box");
        int[] array = new int[3];
        (log.Arg("box", box).P, array[log.Arg("index", 1)]) = new Parts(log, yield("parts"));
        (box.B.F, (var a, int b)) = (yield("f"), new Parts(log, yield("inner")));
        (array[yield("index") & 1], long c) = (log.Arg("value", 9), yield("c"));
        var (d, (e, _)) = (log.Arg("d", 1), (yield("e"), log.Arg("discarded", 2)));
        return $"{box} {box.Inner} {Log.Show(array)} {a} {b} {c} {d} {e}";
    }

    [Fact]
    public void S033_Swapping_through_a_tuple() => Oracle.Check((log, yield) => Swap(log, yield), log => Swap(log));

    [Coroutine]
    private static string Swap(Log log, Yield<string, int> yield)
    {
        int a = 1, b = 2;
        (a, b) = (b, yield("b"));
        log.Note($"{a} {b}");
        (a, b) = (yield("a"), a);
        int[] array = [5, 6];
        (array[0], array[1]) = (array[1], array[0] + yield("plus"));
        return $"{a} {b} {Log.Show(array)}";
    }

    [Fact]
    public void S034_String_concatenation_reads_its_operands_early()
        => Oracle.Check((log, yield) => Concatenation(log, yield), log => Concatenation(log), answers: [["a", null, "c"], ["", "x"]]);

    [Coroutine]
    private static string Concatenation(Log log, Yield<string, string?> yield)
    {
        var changing = new Changing(log);
        string s = "s";
        string first = s + changing + (yield($"{changing.N++}") ?? "none") + changing;
        s += yield("append") + s + 'c' + 1 + null;
        string third = changing.N++ + s + yield("third") + (s = "new") + s;
        return first + "|" + s + "|" + third;
    }

    [Fact]
    public void S035_A_delegate_is_captured_before_its_arguments()
        => Oracle.Check((log, yield) => Delegates(log, yield), log => Delegates(log));

    [Coroutine]
    private static string Delegates(Log log, Yield<string, int> yield)
    {
        Func<int, int, string> f = (a, b) => $"f{a}{b}";
        Func<int, int, string>? none = null;
        string result = f(log.Arg("a", 1), yield((f = (a, b) => $"g{a}{b}")(0, 0)));
        result += f.Invoke(yield("i"), log.Arg("j", 2));
        try
        {
            none!(log.Arg("a", 1), yield("a null delegate faults after its arguments"));
        }
        catch (NullReferenceException)
        {
            log.Note("null");
        }
        return result;
    }

    [Fact]
    public void S036_A_method_group_captures_its_receiver()
        => Oracle.Check((log, yield) => MethodGroups(log, yield), log => MethodGroups(log));

    [Coroutine]
    private static string MethodGroups(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "first");
        string result = Apply(box.Sum, yield((box = new Box(log, "second")).ToString()));
        result += Apply(new Box(log, "third").Sum, yield("a new receiver"));
        Box? none = null;
        try
        {
            Apply(none!.Sum, yield("never reached"));
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException)
        {
            log.Note("null");
        }
        return result;

        static string Apply(Func<int, int, int> f, int n) => $"{f(n, 1)};";
    }

    private sealed class Pushed;

    private sealed class Pulled;

    private static class Late<T>
    {
        public static Log? Told;
    }

    private static class Late<T, TRun>
    {
        static Late() => Late<TRun>.Told!.Note("constructed");

        public static int Add(int n, int m) => n + m;
    }

    // A static constructor runs once in a process, so each side has a type of its own; both run the same scripts in the same order.
    [Fact]
    public void S037_A_static_constructor_runs_after_the_arguments()
        => Oracle.Check((log, yield) => Statics<Pushed>(log, yield), log => Statics<Pulled>(log));

    [Coroutine]
    private static int Statics<TRun>(Log log, Yield<int, int> yield)
    {
        Late<TRun>.Told = log;
        return Late<int, TRun>.Add(log.Arg("n", 1), yield(0));
    }

    [Fact]
    public void S038_Throw_expressions()
        => Oracle.Check((log, yield) => Throws(log, yield), log => Throws(log), answers: [["a", null], [null], ["", "z"]]);

    [Coroutine]
    private static string Throws(Log log, Yield<string, string?> yield)
    {
        string a = yield("a") ?? throw new ArgumentException("no a");
        string b = a.Length > 0 ? log.Arg("left", a) + yield("b") : throw new FormatException("empty " + yield("why"));
        return b.Length > 1 ? b : log.Fail<string>(b + (yield("c") ?? throw new InvalidOperationException("no c")));
    }

    [Fact]
    public void S039_A_query_over_a_yielded_source() => Oracle.Check((log, yield) => Query(log, yield), log => Query(log));

    [Coroutine]
    private static string Query(Log log, Yield<string, int> yield)
    {
        int factor = 2;
        var query =
            from n in Enumerable.Range(0, yield("count") & 3)
            where log.Arg("n", n) != 1
            select n * factor;
        factor = yield("factor");
        return string.Join(",", query.ToList()) + factor;
    }

    private const int Limit = 40;

    [Fact]
    public void S039_A_query_with_variables_of_its_own()
        => Oracle.Check((log, yield) => OwnVariables(log, yield), log => OwnVariables(log));

    [Coroutine]
    private static string OwnVariables(Log log, Yield<string, int> yield)
    {
        int n = yield("n");
        var query =
            from x in Enumerable.Range(0, 4)
            let square = x * x
            where square > 0 && (object)(square + n) is int sum && sum > 2
            join y in new[] { 1, 2, 3 } on x equals y
            orderby -y
            group $"{square}{n}" by y % 2 into byParity
            select byParity.Key + string.Concat(byParity) + (int.TryParse("5", out int parsed) ? parsed : n);
        n += yield("changed");
        return log.Arg("query", string.Join(",", query)) + n;
    }

    [Fact]
    public void S040_Literals_and_constants_beside_a_yield() => Oracle.Check((log, yield) => Constants(log, yield), log => Constants(log));

    [Coroutine]
    private static string Constants(Log log, Yield<int, int> yield)
    {
        const string Prefix = "p";
        short s = 3;
        s += (short)(Limit + yield(Limit));
        return string.Concat(Prefix, yield(1), null) + Which(1, yield(2)) + Which(-1L, yield(3)) + Which(DayOfWeek.Friday, yield(4)) + s;

        static string Which(object? o, int n) => $"{o?.GetType().Name}{n}";
    }

    [Fact]
    public void S041_Nameof_typeof_sizeof_and_default_are_untouched() => Oracle.Check((log, yield) => Names(log, yield), log => Names(log));

    [Coroutine]
    private static string Names(Log log, Yield<string, int> yield)
    {
        int local = yield(nameof(local));
        local++;
        string text = nameof(log) + nameof(yield) + nameof(Names) + typeof(List<>).Name + yield(nameof(local));
        text += sizeof(int) + yield(nameof(Log.Note)) + default(int) + nameof(Log.Note);
        return text + local;
    }

    [Conditional("A_SYMBOL_THAT_NOBODY_DEFINES")]
    private static void Unheard(Log log, string text, int n) => log.Note(text + n);

    static partial void Unimplemented(int a, int b);

    [Fact]
    public void S042_Arguments_of_calls_that_are_left_out_are_never_evaluated()
        => Oracle.Check((log, yield) => LeftOut(log, yield), log => LeftOut(log));

    [Coroutine]
    private static int LeftOut(Log log, Yield<string, int> yield)
    {
        int n = yield("before");
        Unheard(log, log.Arg("never", "never"), yield("never"));
        Unimplemented(log.Arg("never", n++), yield("never"));
        Unheard(log, "never", n++);
        return n + yield("after");
    }
}
