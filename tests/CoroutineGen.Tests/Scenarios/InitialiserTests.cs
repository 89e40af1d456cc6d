using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Initialisers, <c>with</c>, collections and interpolated strings, with yields inside.</summary>
public sealed partial class InitialiserTests
{
    private sealed class Strict(Log log)
    {
        private readonly int tail;

        public required int Head { get; init; }

        public int Tail
        {
            get => tail;
            init => tail = log.Arg("init", value);
        }
    }

    private sealed class Settings
    {
        public required int Head { get; init; }

        public string Tail { get; init; } = "none";

        public int Later { get; set; }
    }

    [Fact]
    public void S200_Init_only_and_required_members() => Oracle.Check((log, yield) => Init(log, yield), log => Init(log));

    [Coroutine]
    private static string Init(Log log, Yield<string, int> yield)
    {
        var settings = new Settings { Head = log.Arg("left", 5) + yield("head"), Tail = $"t{yield("tail")}", Later = yield("later") };
        Settings other = new() { Head = yield("other") };
        return $"{settings.Head} {settings.Tail} {settings.Later} {other.Head} {other.Tail}";
    }

    private sealed record Point(int X, int Y)
    {
        public int Z { get; init; }
    }

    private sealed class Changing(Log log)
    {
        public int N;

        public override string ToString() => log.Arg("text", $"v{N}");
    }

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

    [Fact]
    public void S199_Collection_initialisers() => Oracle.Check((log, yield) => Collections(log, yield), log => Collections(log));

    [Coroutine]
    private static string Collections(Log log, Yield<string, int> yield)
    {
        var list = new List<int>(log.Arg("capacity", 4)) { log.Arg("0", 1), yield("1"), log.Arg("2", 3) };
        var map = new SortedDictionary<int, string> { { 100, "a" }, { 50 + yield("key"), $"v{yield("value")}" } };
        return Log.Show(list) + string.Join(" ", map) + new List<string> { $"{yield("inline")}" }.Count;
    }

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

    [Fact]
    public void S203_Interpolation_formats_each_part_in_its_place()
        => Oracle.Check((log, yield) => Interpolated(log, yield), log => Interpolated(log));

    [Coroutine]
    private static string Interpolated(Log log, Yield<string, int> yield)
    {
        var changing = new Changing(log);
        string first = $"{changing}|{changing.N = yield("n")}|{changing}|{{literal}}|{yield("aligned"),6:D3}|{1.5:0.00}";
        return first + $"""{first.Length}{yield($"nested {yield("inner")}")}{changing,-4}|""";
    }

    [InterpolatedStringHandler]
    public readonly struct Telling
    {
        private readonly Log log;
        private readonly StringBuilder text = new();

        public Telling(int literals, int holes, Log log)
        {
            this.log = log;
            log.Note($"{literals} {holes}");
        }

        public void AppendLiteral(string literal) => text.Append(log.Arg("literal", literal));

        public void AppendFormatted<T>(T value, int alignment = 0, string? format = null) => text.Append(log.Arg("hole", value));

        public override string ToString() => text.ToString();
    }

    private static string Tell(Log log, [InterpolatedStringHandlerArgument(nameof(log))] Telling text) => log.Arg("told", text.ToString());

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

    [Fact]
    public void S205_A_custom_handler_of_interpolated_strings() => Oracle.Check((log, yield) => Handler(log, yield), log => Handler(log));

    [Coroutine]
    private static string Handler(Log log, Yield<string, int> yield)
    {
        int n = yield("before");
        string plain = Tell(log, $"n is {n} of {log.Arg("m", 2)}");
        return plain + n + yield("after");
    }
}
