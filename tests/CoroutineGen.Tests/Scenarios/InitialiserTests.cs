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
    public void S200_Init_only_members_behind_a_constructor()
        => Oracle.Check((log, yield) => InitBehind(log, yield), log => InitBehind(log));

    [Coroutine]
    private static string InitBehind(Log log, Yield<string, int> yield)
    {
        var strict = new Strict(log) { Head = yield("head"), Tail = yield("tail") };
        var cell = new Cell(log, yield("argument")) { Left = log.Arg("left", 5) + yield("struct"), Right = log.Arg("right", 6), Must = yield("must") };
        var card = new Card(log, "a") { Title = $"t{yield("title")}", Pages = log.Arg("pages", 3) };
        var noted = new Noted(log) { First = log.Arg("first", 1), Must = yield("must"), Set = yield("set") };
        return $"{strict.Head} {strict.Tail} {cell.Left} {cell.Right} {cell.Must} {card} {noted.First} {noted.Must} {noted.Set} {yield("end")}";
    }

    /// <summary>A struct: everything about it shows, except that it is copied.</summary>
    private readonly struct Cell
    {
        private readonly Log log;
        private readonly int left;

        public Cell(Log log, int n)
        {
            this.log = log;
            left = log.Arg("Cell", n);
        }

        public int Left
        {
            get => left;
            init => left += log.Arg("init", value);
        }

        public int Right { get; init; }

        public required int Must { get; init; }
    }

    /// <summary>A record whose constructor shows, but not the object that it makes.</summary>
    private sealed record Card
    {
        public Card(Log log, string name) => Name = log.Arg("Card", name);

        public string Name { get; }

        public required string Title { get; init; }

        public int Pages { get; init; }
    }

    /// <summary>A class: init-only members come before the yields, the others can wait.</summary>
    private sealed class Noted
    {
        private readonly Log log;
        private int set;

        public Noted(Log log) => this.log = log.Arg("Noted", log);

        public int First { get; init; }

        public required int Must { get; set; }

        public int Set
        {
            get => set;
            set => set = log.Arg("set", value);
        }
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

    [Fact]
    public void S205_A_yield_in_a_hole_of_a_custom_handler() => Oracle.Check((log, yield) => Hole(log, yield), log => Hole(log));

    [Coroutine]
    private static string Hole(Log log, Yield<string, int> yield)
    {
        int n = 1;
        return Tell(log, $"a {log.Arg("left", 1)} b {yield("hole")} c {n++}") + n;
    }

    /// <summary>A handler that may be told not to begin, and stops after some parts.</summary>
    [InterpolatedStringHandler]
    public struct Stopping
    {
        private readonly Log log;
        private int left;
        private string text = "";

        public Stopping(int literals, int holes, Log log, int most, out bool begins)
        {
            this.log = log;
            left = log.Arg("most", most);
            begins = left > 0;
            log.Note($"{literals} {holes} {begins}");
        }

        public bool AppendLiteral(string literal) => Add(literal);

        public bool AppendFormatted(int value, string? format = null) => Add(value.ToString(format));

        public bool AppendFormatted(string? value, int alignment = 0, string? format = null) => Add($"[{value}|{alignment}|{format}]");

        private bool Add(string part)
        {
            text += log.Arg("part", part);
            return --left > 0;
        }

        public override readonly string ToString() => text;
    }

    private sealed class Teller(Log log)
    {
        public int Most { get; set; } = 3;

        public string Tell(int most, [InterpolatedStringHandlerArgument(nameof(most), "")] ref TellerStopping text, int last)
            => log.Arg("told", text.ToString() + most + last);

        public Log Log => log;
    }

    [InterpolatedStringHandler]
    private readonly struct TellerStopping
    {
        private readonly StringBuilder text = new();

        public TellerStopping(int literals, int holes, int most, Teller teller) => text.Append(teller.Log.Arg("teller", $"{most} {teller.Most} {literals} {holes}"));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted<T>(T value) => text.Append(value);

        public override string ToString() => text.ToString();
    }

    private static string Stop(Log log, int most, [InterpolatedStringHandlerArgument(nameof(log), nameof(most))] Stopping text) => log.Arg("stopped", text.ToString());

    [Fact]
    public void S205_Handlers_that_stop_and_handlers_that_know_the_call() => Oracle.Check((log, yield) => Stops(log, yield), log => Stops(log));

    [Coroutine]
    private static string Stops(Log log, Yield<string, int> yield)
    {
        string result = "";
        for (int most = 0; most < 6; most += 2)
            result += Stop(log, most, $"{{{yield("first"):X2}}}\t" + $@"""{"text",-4:fmt}{log.Arg("n", 7)}{yield("last")}end");
        var teller = new Teller(log);
        result += teller.Tell(teller.Most++, $"{teller.Most}:{yield("by reference")}{teller.Most++}", yield("after"));
        var text = new StringBuilder();
        text.Append($"{new Changing(log)} {yield("builder"),4:D2}").Append($"{yield("chained")}");
        return result + text + string.Create(null, $"{yield("first")}{1.5}{yield("second")}{new Changing(log)}");
    }
}
