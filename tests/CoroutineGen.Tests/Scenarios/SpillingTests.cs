using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Operands beside a yield: what stands left of it has been evaluated, and converted, before the suspension.</summary>
public sealed partial class SpillingTests
{
    private static string Join(params object?[] parts) => string.Join("/", parts);

    [Fact]
    public void S017_Call_arguments_before_and_after_a_yield()
        => Oracle.Check((log, yield) => Arguments(log, yield), log => Arguments(log));

    [Coroutine]
    private static string Arguments(Log log, Yield<int, int> yield)
    {
        int n = 1;
        string first = Three(log.Arg("a", n++), yield(n), log.Arg("c", n++));
        string second = Three(n, yield(n), n = log.Arg("n", 10));       // the first argument is the old n
        return first + second + Three(n, yield(n++), n);

        static string Three(int a, int b, int c) => $"({a} {b} {c})";
    }

    [Fact]
    public void S017_The_overload_is_chosen_by_the_types_before_spilling()
        => Oracle.Check((log, yield) => Overloads(log, yield), log => Overloads(log));

    private static string Which(byte a, int b) => $"byte {a} {b}";

    private static string Which(long a, int b) => $"long {a} {b}";

    private static string Which(object? a, int b) => $"object {a ?? "null"} {b}";

    [Coroutine]
    private static string Overloads(Log log, Yield<int, int> yield)
    {
        byte small = 7;
        string text = Which(1, yield(1)) + Which(small, yield(2)) + Which(small + 1, yield(3));
        text += Which(null, yield(4)) + Which(default(long), yield(5));
        log.Note(text);
        return text;
    }

    [Fact]
    public void S018_Several_yields_in_one_list() => Oracle.Check((log, yield) => Several(log, yield), log => Several(log));

    [Coroutine]
    private static string Several(Log log, Yield<string, int> yield)
        => Join(log.Arg("a", 1), yield("b"), log.Arg("c", 2), yield("d"), yield("e"), log.Arg("f", 3));

    [Fact]
    public void S019_Left_operand_of_a_binary() => Oracle.Check((log, yield) => Binary(log, yield), log => Binary(log));

    [Coroutine]
    private static int Binary(Log log, Yield<int, int> yield)
    {
        int n = 2;
        int sum = n + yield(n) * log.Arg("n", ++n) - (n << (yield(n) & 3)) + n;
        n = sum;
        bool less = n++ < yield(n) + n;
        return less ? n : log.Arg("quotient", n) / yield(n);            // a zero faults after the suspension
    }

    /// <summary>A number whose operators and conversions tell when they run.</summary>
    private sealed class Noted(Log log, int value)
    {
        public static Noted operator +(Noted a, Noted b)
        {
            a.Log.Note($"{a} + {b}");
            return new Noted(a.Log, a.Value + b.Value);
        }

        public static implicit operator int(Noted a) => a.Log.Arg("to int", a.Value);

        public static explicit operator string(Noted a) => a.Log.Arg("to string", a.ToString());

        public Log Log => log;

        public int Value => value;

        public override string ToString() => $"#{value}";
    }

    [Fact]
    public void S020_User_operators_and_conversions_run_early()
        => Oracle.Check((log, yield) => Operators(log, yield), log => Operators(log));

    [Coroutine]
    private static string Operators(Log log, Yield<string, int> yield)
    {
        var a = new Noted(log, 1);
        Noted sum = a + a + new Noted(log, yield("sum"));
        int total = Two(a, yield("converted before"));
        return (string)sum + yield("left is a string") + total;

        static int Two(int x, int y) => x * 10 + y;
    }

    [Fact]
    public void S021_An_explicit_cast_that_throws_before_the_yield() => Oracle.Check((log, yield) => Casts(log, yield), log => Casts(log));

    [Coroutine]
    private static string Casts(Log log, Yield<string, object?> yield)
    {
        object? o = yield("an int?");
        try
        {
            return Join((int)o!, yield("after the cast"), log.Arg("c", 1));
        }
        catch (Exception e) when (e is InvalidCastException or NullReferenceException)
        {
            log.Note(e.GetType().Name);
            return (string)log.Arg("o", o)! + yield("after the second cast");
        }
    }

    [Fact]
    public void S022_Named_arguments_out_of_order() => Oracle.Check((log, yield) => Named(log, yield), log => Named(log));

    private static string Abc(int a, int b = 20, params int[] c) => $"a={a} b={b} c={string.Join(",", c)}";

    [Coroutine]
    private static string Named(Log log, Yield<string, int> yield)
        => Abc(b: log.Arg("b", 1), a: yield("a")) + Abc(c: [log.Arg("c", 2)], b: yield("b"), a: log.Arg("a", 3));

    [Fact]
    public void S023_Omitted_optional_arguments() => Oracle.Check((log, yield) => Omitted(log, yield), log => Omitted(log));

    private static string Optional(int a, string b = "b", double c = 1.5, int? d = null) => $"{a} {b} {c} {d}";

    [Coroutine]
    private static string Omitted(Log log, Yield<string, int> yield)
        => Optional(yield("a")) + Optional(log.Arg("a", 1), d: yield("d")) + Optional(c: yield("c"), a: yield("a"));

    [Fact]
    public void S024_Expanded_params() => Oracle.Check((log, yield) => Params(log, yield), log => Params(log));

    [Coroutine]
    private static string Params(Log log, Yield<string, int> yield)
        => Abc(log.Arg("a", 1), 2, log.Arg("c0", 3), yield("c1"), log.Arg("c2", 4), yield("c3"))
            + Abc(yield("a"), yield("b")) + Join("x", yield("y"));

    [Fact]
    public void S025_Params_span() => Oracle.Check((log, yield) => ParamsSpan(log, yield), log => ParamsSpan(log));

    private static int Total(int first, params ReadOnlySpan<int> rest)
    {
        foreach (int n in rest)
            first = first * 10 + n;
        return first;
    }

    [Coroutine]
    private static int ParamsSpan(Log log, Yield<string, int> yield)
        => Total(log.Arg("first", 1), log.Arg("a", 2), yield("b") & 7, log.Arg("c", 3)) + Total(yield("first") & 7) + Total(1, 2);

    private sealed record Made(Log Log, int A, int B)
    {
        public int C { get; set; } = Log.Arg("C is initialised", A + B);
    }

    [Fact]
    public void S026_Object_creation_arguments() => Oracle.Check((log, yield) => Creation(log, yield), log => Creation(log));

    [Coroutine]
    private static string Creation(Log log, Yield<string, int> yield)
    {
        var made = new Made(log, log.Arg("a", 1), yield("b")) { C = log.Arg("c", 5) + yield("c") };
        return made.A + "," + made.B + "," + made.C;
    }

    [Fact]
    public void S027_Target_typed_new() => Oracle.Check((log, yield) => TargetTyped(log, yield), log => TargetTyped(log));

    [Coroutine]
    private static string TargetTyped(Log log, Yield<string, int> yield)
    {
        Pair p = new(log.Arg("x", 1), yield("y"));
        return Two(new(yield("a"), 2), yield("b")) + Two(new() { Both = yield("both") }, log.Arg("n", 3)) + Two(default, yield("d")) + p;

        static string Two(Pair p, int n) => $"{p}{n}";
    }

    [Fact]
    public void S028_Array_sizes_and_nested_initialisers() => Oracle.Check((log, yield) => Arrays(log, yield), log => Arrays(log));

    [Coroutine]
    private static string Arrays(Log log, Yield<string, int> yield)
    {
        var sized = new int[log.Arg("size", 2), yield("size") & 3];
        int[] implicitly = [.. new[] { log.Arg("0", 1), yield("1"), log.Arg("2", 3) }];
        var nested = new int[][] { new[] { yield("00") }, new int[] { log.Arg("10", 4), yield("11") }, new int[log.Arg("size", 1)] };
        return Join(sized.Length, Log.Show(implicitly), Log.Show(nested));
    }

    [Fact]
    public void S028_An_initialiser_without_new() => Oracle.Check((log, yield) => WithoutNew(log, yield), log => WithoutNew(log));

    [Coroutine]
    private static string WithoutNew(Log log, Yield<string, int> yield)
    {
        object[] boxed = { log.Arg("a", 'a'), yield("b"), "c" };
        long[][] nested = { new long[] { yield("00") }, new[] { log.Arg("10", 4L), yield("11") } };
        return Log.Show(boxed) + Log.Show(nested);
    }

    [Fact]
    public void S029_Multi_dimensional_initialisers() => Oracle.Check((log, yield) => Grid(log, yield), log => Grid(log));

    [Coroutine]
    private static string Grid(Log log, Yield<string, int> yield)
    {
        var grid = new int[,] { { log.Arg("00", 1), yield("01") }, { yield("10"), log.Arg("11", 2) } };
        var typed = new long[,] { { yield("a"), 2 } };
        return Join(grid[0, 1], grid[1, 0], grid.Length, typed[0, 0]);
    }

    [Fact]
    public void S029_A_grid_without_new() => Oracle.Check((log, yield) => GridWithoutNew(log, yield), log => GridWithoutNew(log));

    [Coroutine]
    private static string GridWithoutNew(Log log, Yield<string, int> yield)
    {
        int[,] grid = { { log.Arg("00", 1), yield("01") }, { yield("10"), log.Arg("11", 2) } };
        return Join(grid[0, 1], grid[1, 0], grid.Length);
    }
}
