using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Initialisers, <c>with</c>, collections and interpolated strings, with yields inside.</summary>
public sealed partial class InitialiserTests
{
    // CORO2003: A yield inside an object or collection initializer
    [Fact]
    public void S198_Object_initialisers() => Oracle.Check((log, yield) => Objects(log, yield), log => Objects(log));

    [Coroutine]
    private static string Objects(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, $"box {yield("name")}")
        {
            P = yield("P"),
            F = log.Arg("F", 2),
            [log.Arg("key", 1)] = yield("item"),
            B = { P = yield("nested"), F = 3, [yield("nested key")] = 4 },
            S = new Pair(1, yield("struct")),
        };
        var map = new Dictionary<string, int> { ["a"] = yield("a"), [$"b{yield("b")}"] = 2 };
        return $"{box} {box.Inner} {string.Join(" ", map)}";
    }

    // CORO2003: A yield inside an object or collection initializer
    [Fact]
    public void S199_Collection_initialisers() => Oracle.Check((log, yield) => Collections(log, yield), log => Collections(log));

    [Coroutine]
    private static string Collections(Log log, Yield<string, int> yield)
    {
        var list = new List<int>(log.Arg("capacity", 4)) { log.Arg("0", 1), yield("1"), log.Arg("2", 3) };
        var map = new SortedDictionary<int, string> { { 100, "a" }, { 50 + yield("key"), $"v{yield("value")}" } };
        return Log.Show(list) + string.Join(" ", map) + new List<string> { $"{yield("inline")}" }.Count;
    }

    // CORO2003: A yield inside an object or collection initializer
    [Fact]
    public void S200_Init_only_and_required_members() => Oracle.Check((log, yield) => Init(log, yield), log => Init(log));

    [Coroutine]
    private static string Init(Log log, Yield<string, int> yield)
    {
        var strict = new Strict(log) { Head = yield("head"), Tail = yield("tail") };
        return $"{strict.Head} {strict.Tail} {new Strict(log) { Tail = 1, Head = log.Arg("left", 5) + yield("again") }.Head}";
    }

    // CORO2003: A yield inside this expression (with)
    [Fact]
    public void S201_With_expressions() => Oracle.Check((log, yield) => With(log, yield), log => With(log));

    [Coroutine]
    private static string With(Log log, Yield<string, int> yield)
    {
        var point = new Point(1, 2);
        Point moved = point with { X = log.Arg("x", 10), Y = yield("y"), Z = yield($"{point = new Point(7, 7)}") };
        Pair pair = new(1, 2), other = pair with { X = yield("struct") };
        return $"{point} {moved} {pair} {other} {(moved with { Z = 0 }).X + yield("after")}";
    }

    // CORO2003: A yield inside this expression (collection)
    [Fact]
    public void S202_Collection_expressions_and_spreads() => Oracle.Check((log, yield) => Spreads(log, yield), log => Spreads(log));

    [Coroutine]
    private static string Spreads(Log log, Yield<string, int> yield)
    {
        int[] array = [log.Arg("0", 1), yield("1"), .. log.Arg("spread", new[] { 8, 9 }), yield("last")];
        List<long> list = [.. Enumerable.Range(0, yield("count") & 3).Select(n => (long)n), yield("end")];
        IEnumerable<int> lazily = [.. array, .. yield("more") > 2 ? array : []];
        return Log.Show(array) + Log.Show(list) + lazily.Count() + Total([yield("argument"), 2]);

        static int Total(IReadOnlyList<int> numbers) => numbers.Count + numbers[0];
    }

    // CORO2003: A yield inside an interpolated string that is not converted to string
    [Fact]
    public void S204_A_FormattableString_formats_late() => Oracle.Check((log, yield) => Formattable(log, yield), log => Formattable(log));

    [Coroutine]
    private static string Formattable(Log log, Yield<string, int> yield)
    {
        var changing = new Changing(log);
        FormattableString text = $"{changing}|{yield("n"):D2}|{log.Arg("m", 3)}";
        changing.N = yield("changed");
        IFormattable other = $"{changing.N}{yield("other")}";
        return text.Format + FormattableString.Invariant(text) + other.ToString(null, null);
    }

    // CORO2003: A yield inside an interpolated string that is not converted to string
    [Fact]
    public void S205_A_custom_handler_of_interpolated_strings() => Oracle.Check((log, yield) => Handler(log, yield), log => Handler(log));

    [Coroutine]
    private static string Handler(Log log, Yield<string, int> yield)
    {
        int n = yield("before");
        string plain = Tell(log, $"n is {n} of {log.Arg("m", 2)}");
        string inside = Tell(log, $"a {log.Arg("left", 1)} b {yield("hole")} c {n++}");
        return plain + inside + n;
    }
}
