using System.Diagnostics;
using System.Linq.Expressions;
using CoroutineGen.Tests.Scenarios;
using Xunit;

namespace CoroutineGen.Tests.Traps;

/// <summary>Traps 1 to 5, 11 and 12: what is evaluated before the suspension, what after, and as what.</summary>
public sealed partial class OperandTraps
{
    // Naive: "null field" and "bounds" are never yielded, because the target is checked where it stands; and "struct field" is, because it
    // is not.
    [Fact]
    public void Trap_01_Each_target_faults_on_its_own_side() => Oracle.Check((log, yield) => Faults(log, yield), log => Faults(log));

    [Coroutine]
    private static string Faults(Log log, Yield<string, int> yield)
    {
        Box? none = null;
        int[] few = [1];
        string seen = "";
        try
        {
            none!.F = yield("null field");
        }
        catch (NullReferenceException)
        {
            seen += "a";
        }
        try
        {
            few[log.Arg("index", 5)] = yield("bounds");
        }
        catch (IndexOutOfRangeException)
        {
            seen += "b";
        }
        try
        {
            none!.S.X = yield("struct field");
        }
        catch (NullReferenceException)
        {
            seen += "c";
        }
        try
        {
            few[5] += yield("compound");
        }
        catch (IndexOutOfRangeException)
        {
            seen += "d";
        }
        try
        {
            none!.Inner!.F = yield("field of a field");
        }
        catch (NullReferenceException)
        {
            seen += "e";
        }
        return seen;
    }

    // Naive: 103 and [100, 21], because total, k and items[k] are read after the resume.
    [Fact]
    public void Trap_02_Compound_assignment_reads_the_target_first()
        => Oracle.Check((log, yield) => Compound(log, yield), log => Compound(log));

    [Coroutine]
    private static string Compound(Log log, Yield<object, int> yield)
    {
        int total = 1, k = 0;
        int[] items = [10, 20];
        var box = new Box(log, "box");
        total += yield(new During("total", () => total = 100));
        items[k] += yield(new During("items", () => { items[0] = 100; k = 1; }));
        box[k] -= yield(new During("box", () => { box[1] = 50; k = 0; }));
        return $"{total} {Log.Show(items)} {box}";
    }

    private static string Size(byte a, byte b) => $"bytes {a} {b}";

    private static string Size(long a, long b) => $"longs {a} {b}";

    private static string Named(StringComparison comparison, byte b) => $"{comparison} {b}";

    private static string Named(object number, byte b) => $"object {number} {b}";

    // Naive: "longs 1 3" and "object 0 4", because a temporary of type int is neither a byte nor an enum.
    [Fact]
    public void Trap_03_A_constant_keeps_choosing_its_overload()
        => Oracle.Check((log, yield) => Overload(log, yield), log => Overload(log));

    [Coroutine]
    private static string Overload(Log log, Yield<string, byte> yield)
    {
        const int One = 1;
        return Size(One, yield("size")) + Size(1 + One, yield("sum")) + Named(0, yield("name"));
    }

    private static string Kind(string? text, int n) => $"string {text} {n}";

    private static string Kind(object? text, int n) => $"object {text} {n}";

    private static string Maybe(int? maybe, int n) => $"int? {maybe} {n}";

    private static string Maybe(object? maybe, int n) => $"object {maybe} {n}";

    private static string Tree(Expression<Func<int, int>> tree, int n) => $"tree {tree} {n}";

    private static string Tree(object function, int n) => $"object {n}";

    private static string Made(Pair pair, int n) => $"pair {pair} {n}";

    private static string Made(object pair, int n) => $"object {n}";

    private static string Listed(IReadOnlyList<long> list, int n) => $"longs {list.Count} {n}";

    private static string Listed(object list, int n) => $"object {n}";

    // Naive: "object" in all five, because null, default, a lambda, new() and [..] end in temporaries of types that they do not have here.
    [Fact]
    public void Trap_04_An_operand_without_a_type_takes_that_of_its_parameter()
        => Oracle.Check((log, yield) => Typeless(log, yield), log => Typeless(log));

    [Coroutine]
    private static string Typeless(Log log, Yield<string, int> yield)
        => Kind(null, yield("null")) + Maybe(default, yield("default")) + Tree(x => x + 1, yield("lambda"))
            + Made(new(), yield("new")) + Listed([1, log.Arg("element", 2)], yield("list"));

    private static int Seen(in int value, int n) => value * 10 + n;

    // Naive: 13, because n is copied before the yield; the reference sees 503. The same for the element.
    [Fact]
    public void Trap_05_An_implicit_in_argument_is_a_reference()
        => Oracle.Check((log, yield) => Referenced(log, yield), log => Referenced(log));

    [Coroutine]
    private static string Referenced(Log log, Yield<object, int> yield)
    {
        int n = 1;
        int[] items = [2];
        int local = Seen(n, yield(new During("n", () => n = 50)));
        int element = Seen(items[0], yield(new During("element", () => items[0] = 60)));
        return $"{local} {element}";
    }

    [Conditional("NEVER_DEFINED")]
    private static void Traced(int a, int b) => throw new InvalidOperationException($"{a} {b}");

    static partial void Hook(int a, int b);

    // Naive: yields "never" and returns 2 more, because the arguments are lifted out of a call that the compiler then leaves out.
    [Fact]
    public void Trap_11_Arguments_of_an_omitted_call_are_not_evaluated()
        => Oracle.Check((log, yield) => Omitted(log, yield), log => Omitted(log));

    [Coroutine]
    private static int Omitted(Log log, Yield<string, int> yield)
    {
        int n = 0;
        Traced(n++, yield("never"));
        Hook(n++, yield("never either"));
        return log.Arg("n", n) + yield("end");
    }

    // Naive: yields "sum" and "cast", because what is lifted out of checked(..) wraps around: both must overflow before they yield.
    [Fact]
    public void Trap_12_Checked_holds_for_what_is_lifted_out_of_it()
        => Oracle.Check((log, yield) => Overflowing(log, yield), log => Overflowing(log));

    [Coroutine]
    private static string Overflowing(Log log, Yield<string, int> yield)
    {
        int max = int.MaxValue - yield("max") * 0;
        string seen = "";
        try
        {
            seen += checked(max * 2 + yield("sum"));
        }
        catch (OverflowException)
        {
            seen += "first ";
        }
        try
        {
            checked
            {
                seen += Math.Max((byte)(unchecked(max + 1) - int.MinValue + 42), yield("argument"));
                seen += Math.Max((byte)max, yield("cast"));
            }
        }
        catch (OverflowException)
        {
            seen += "second ";
        }
        return seen + yield("end");
    }
}
