using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>References as arguments: the location is fixed before the yield, its value is what it is after.</summary>
public sealed partial class LvalueRefTests
{
    private static string Add(ref int target, int n) => $"{target += n} ";

    private static bool Try(int n, out int doubled)
    {
        doubled = n * 2;
        return n > 2;
    }

    private static string Peek(in int value, int n) => $"{value} {n};";

    [Fact]
    public void S060_A_local_by_reference() => Oracle.Check((log, yield) => RefLocal(log, yield), log => RefLocal(log));

    [Coroutine]
    private static string RefLocal(Log log, Yield<string, int> yield)
    {
        int n = 1;
        string result = Add(ref n, log.Arg("plain", 2));
        result += Add(ref n, yield((n = 50).ToString()));               // adds to 50
        int kept = n;
        result += yield("between") + Add(ref kept, n);
        return result + n + kept;
    }

    private static ref int Largest(int[] array)
    {
        int at = 0;
        for (int i = 1; i < array.Length; i++)
            at = array[i] > array[at] ? i : at;
        return ref array[at];
    }

    [Fact]
    public void S061_An_array_element_by_reference() => Oracle.Check((log, yield) => RefElement(log, yield), log => RefElement(log));

    [Coroutine]
    private static string RefElement(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 2, 3], first = array;
        int i = 0;
        string result = Add(ref array[i++], yield((array = [9, 9]).Length.ToString()));
        result += Add(ref array[yield("index") & 1], 5);
        try
        {
            result += Add(ref array[log.Arg("far", 4)], yield("not reached"));
        }
        catch (IndexOutOfRangeException)
        {
            log.Note("before");
        }
        return result + Log.Show(first) + Log.Show(array);
    }

    [Fact]
    public void S062_A_field_by_reference() => Oracle.Check((log, yield) => RefField(log, yield), log => RefField(log));

    [Coroutine]
    private static string RefField(Log log, Yield<string, int> yield)
    {
        Box box = new(log, "one"), first = box;
        string result = Add(ref box.F, yield((box = new Box(log, "two")).ToString()));
        result += Add(ref box.S.X, yield("a struct's field"));
        Box? none = null;
        try
        {
            result += Add(ref none!.F, yield("not reached"));
        }
        catch (NullReferenceException)
        {
            log.Note("before");
        }
        return result + first + box;
    }

    [Fact]
    public void S063_Out_variables() => Oracle.Check((log, yield) => Out(log, yield), log => Out(log));

    [Coroutine]
    private static string Out(Log log, Yield<string, int> yield)
    {
        bool first = Try(yield("first"), out int a);
        Try(log.Arg("plain", 4), out int b);
        yield($"{a} {b}");
        int[] array = new int[2];
        Try(yield("element"), out array[log.Arg("i", 1)]);
        Try(yield("discarded"), out _);
        int c;
        Try(a, out c);
        return $"{first} {a} {b} {c} {Log.Show(array)}";
    }

    [Fact]
    public void S063_An_out_variable_left_of_a_yield() => Oracle.Check((log, yield) => OutLeft(log, yield), log => OutLeft(log));

    [Coroutine]
    private static string OutLeft(Log log, Yield<string, int> yield)
    {
        string text = (int.TryParse("12", out var d) ? yield("parsed") + d : -d).ToString();
        if (Try(yield("n"), out int n) && yield($"{n}") > n)
            text += n;
        return text + d + (Try(d, out int e) ? e + yield("e") : e) + e;
    }

    [Fact]
    public void S064_In_arguments_see_what_changes_during_the_yield() => Oracle.Check((log, yield) => In(log, yield), log => In(log));

    [Coroutine]
    private static string In(Log log, Yield<string, int> yield)
    {
        int n = 1;
        string result = Peek(n, yield((n = 20).ToString()));            // passed by reference: 20
        result += Peek(in n, yield((n = 30).ToString()));
        result += Peek(n + 1, yield((n = 40).ToString()));              // a temporary: 31
        result += Peek(yield("value"), log.Arg("n", n));
        long wide = Wide(n, yield((n = 50).ToString()));                // converted: 40
        return result + wide;

        static long Wide(in long value, int m) => value * 100 + m;
    }

    [Fact]
    public void S065_A_ref_extension_receiver() => Oracle.Check((log, yield) => RefReceiver(log, yield), log => RefReceiver(log));

    [Coroutine]
    private static string RefReceiver(Log log, Yield<string, int> yield)
    {
        var pair = new Pair(1, 2);
        pair.Grow(yield(pair.ToString()));
        pair.Grow(log.Arg("n", 1)).Grow(2);
        return $"{pair}";
    }

    private sealed partial class Counter
    {
        private int n;

        private Pair pair;

        [Coroutine]
        public string Count(Log log, Yield<string, int> yield)
        {
            string result = Add(ref this.n, yield((this.n = 3).ToString()));
            result += Add(ref pair.X, yield("pair"));
            n += yield((n = 100).ToString());
            pair.Add(yield("mutates in place"));
            return log.Arg("result", result + n + pair);
        }
    }

    [Fact]
    public void S065_An_element_as_a_ref_extension_receiver()
        => Oracle.Check((log, yield) => RefElementReceiver(log, yield), log => RefElementReceiver(log));

    [Coroutine]
    private static string RefElementReceiver(Log log, Yield<string, int> yield)
    {
        Pair[] pairs = [new(1, 2), new(3, 4)];
        pairs[log.Arg("i", 1)].Grow(yield((pairs[1] = new Pair(70, 70)).ToString()));
        return $"{pairs[0]} {pairs[1]}";
    }

    [Fact]
    public void S066_A_field_of_this_by_reference()
        => Oracle.Check((log, yield) => new Counter().Count(log, yield), log => new Counter().Count(log));

    [Fact]
    public void S067_Index_and_range_indexers() => Oracle.Check((log, yield) => FromEnd(log, yield), log => FromEnd(log));

    [Coroutine]
    private static string FromEnd(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 2, 3];
        List<int> list = [4, 5, 6];
        array[^1] = yield("array");
        array[^2] += yield((array[1] = 30).ToString());
        list[^1] = yield($"list {list.Count}");
        list[^2] += yield("list again");
        string text = "abcdef"[(yield("from") & 3)..^1];
        int last = array[^(1 + (yield("back") & 1))] + list[^log.Arg("one", 1)];
        return Log.Show(array) + Log.Show(list) + text + last + Log.Show(array[..2]);
    }

    // A yield on the right of a ref-returning target is refused; beside it, the target is ordinary.
    [Fact]
    public void S068_A_target_that_returns_a_reference() => Oracle.Check((log, yield) => RefTarget(log, yield), log => RefTarget(log));

    [Coroutine]
    private static string RefTarget(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 5, 3];
        int answer = yield("answer");
        Largest(array) = answer;
        Largest(array) += log.Arg("plus", 2);
        yield(Log.Show(array));
        Largest(array)--;
        return Log.Show(array) + (Largest(array) + yield("read before"));
    }
}

internal static class PairExtensions
{
    public static ref Pair Grow(this ref Pair pair, int n)
    {
        pair.X += n;
        pair.Y -= n;
        return ref pair;
    }
}
