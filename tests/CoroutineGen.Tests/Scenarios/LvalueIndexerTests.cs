using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LvalueIndexerTests
{
    [Fact]
    public void S053_An_indexer() => Oracle.Check((log, yield) => Indexer(log, yield), log => Indexer(log));

    [Coroutine]
    private static string Indexer(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        box[log.Arg("key", 1)] = yield("set");
        box[log.Arg("key", 1)] += yield("add");                         // the key is evaluated once, the old value read first
        box[yield("key")] = log.Arg("value", 5);
        box[yield("both key")] += yield("and value");
        var map = new Dictionary<string, List<int>> { ["a"] = [1] };
        map["a"][0] = yield("list");
        map["a"].Add(yield("added"));
        return box + Log.Show(map["a"]);
    }

    private sealed class Source(Log log, string name)
    {
        private Action<int>? changed;

        public event Action<int> Changed
        {
            add
            {
                log.Note($"{name} add");
                changed += value;
            }
            remove
            {
                log.Note($"{name} remove");
                changed -= value;
            }
        }

        public event Action<int>? Plain;

        public void Raise(int n)
        {
            changed?.Invoke(n);
            Plain?.Invoke(n);
        }
    }

    [Fact]
    public void S054_Adding_to_an_event() => Oracle.Check((log, yield) => Event(log, yield), log => Event(log));

    [Coroutine]
    private static void Event(Log log, Yield<string, int> yield)
    {
        Source source = new(log, "first"), first = source;
        Action<int> heard = n => log.Note($"heard {n}");
        source.Changed += yield((source = new Source(log, "second")).GetType().Name) > 1 ? heard : n => log.Note($"other {n}");
        source.Plain += yield("plain") > 1 ? heard : null;
        first.Raise(yield("raise"));
        source.Raise(2);
        first.Changed -= yield("remove") > 0 ? heard : null!;
        first.Raise(3);
        Source? none = null;
        try
        {
            none!.Changed += yield("reached") > 0 ? heard : heard;
        }
        catch (NullReferenceException)
        {
            log.Note("after");
        }
    }

    [Fact]
    public void S055_Coalescing_assignment()
        => Oracle.Check((log, yield) => Coalesce(log, yield), log => Coalesce(log), answers: [["a", "b", "c", "d", "e"], [null, "x"]]);

    [Coroutine]
    private static string Coalesce(Log log, Yield<string, string?> yield)
    {
        var box = new Box(log, "box");
        string? local = null;
        string?[] array = new string?[2];
        int? number = null;
        var map = new Dictionary<string, string?> { ["k"] = null };
        local ??= yield("local");
        local ??= yield("again");
        log.Arg("box", box).Text ??= yield("field");
        box.Text ??= yield("field again");
        array[log.Arg("i", 1)] ??= yield("element");
        array[1] ??= yield("element again");
        number ??= yield("number")?.Length;
        map["k"] ??= yield("item");
        return $"{local} {box.Text} {array[1]} {number} {map["k"]} {(box.Inner ??= box).F}";
    }

    [Fact]
    public void S055_The_value_of_a_coalescing_assignment()
        => Oracle.Check((log, yield) => CoalesceValue(log, yield), log => CoalesceValue(log));

    [Coroutine]
    private static string CoalesceValue(Log log, Yield<string, int?> yield)
    {
        string? text = null, other = null;
        int? n = null;
        text ??= other ??= $"{yield("text")}";
        int sum = (n ??= yield("n")) ?? log.Arg("none", -1);
        return $"{text} {other} {n} {sum} {log.Arg("left", 1) + ((n ??= yield("again")) ?? 0)}";
    }

    [Fact]
    public void S056_Chained_assignment() => Oracle.Check((log, yield) => Chained(log, yield), log => Chained(log));

    [Coroutine]
    private static string Chained(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        int[] array = new int[2];
        int a, b;
        long c = a = b = yield("all");
        log.Arg("box", box).P = array[log.Arg("i", 1)] = a = yield("targets first");
        a += b -= yield("compound");
        box.F = box.S.X = array[0] = yield("more");
        return $"{a} {b} {c} {box} {Log.Show(array)}";
    }

    [Fact]
    public void S057_Increment_and_decrement() => Oracle.Check((log, yield) => Increment(log, yield), log => Increment(log));

    [Coroutine]
    private static string Increment(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        int[] array = [1, 2];
        int n = 0;
        int sum = n++ + yield("n") + ++n;
        array[yield("index") & 1]++;
        box[yield("key")]--;
        sum += box.P++ * yield("p") + box.P;
        sum += array[0]-- - yield("old element") + --array[1];
        return $"{sum} {n} {Log.Show(array)} {box}";
    }

    [Fact]
    public void S058_Compound_assignment_narrows()
        => Oracle.Check((log, yield) => Narrow(log, yield), log => Narrow(log), answers: [[3, 250, 7, 1], [300, 1]]);

    [Coroutine]
    private static string Narrow(Log log, Yield<string, int> yield)
    {
        byte small = 200;
        small += (byte)yield("byte");
        char letter = 'a';
        letter += (char)(yield("letter") & 3);
        short[] shorts = [short.MaxValue];
        shorts[0] += (short)yield("short");
        double real = 0.5;
        real += yield("real");
        float f = 1.5f;
        f *= yield("float");
        return $"{small} {letter} {shorts[0]} {real} {f}";
    }

    [Fact]
    public void S059_A_covariant_array()
        => Oracle.Check((log, yield) => Covariant(log, yield), log => Covariant(log), answers: [["a", 1], [2, "b"]]);

    [Coroutine]
    private static string Covariant(Log log, Yield<string, object?> yield)
    {
        object?[] array = new string[] { "x", "y" };
        object?[] plain = ["p"];
        plain[0] += "" + yield("plain");
        try
        {
            array[log.Arg("i", 0)] = yield("a string?");
            log.Note("stored");
            array[1] += "" + yield("appended");
        }
        catch (ArrayTypeMismatchException)
        {
            log.Note("mismatch");
        }
        return Log.Show(array) + Log.Show(plain);
    }
}
