using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class ForeachTests
{
    [Fact]
    public void S110_The_array_is_captured_once() => Oracle.Check((log, yield) => Array(log, yield), log => Array(log));

    [Coroutine]
    private static int Array(Log log, Yield<int, int> yield)
    {
        int[] array = [1, 2, 3];
        int sum = 0;
        foreach (int n in log.Arg("array", array))
        {
            array[2] = 30;                          // seen
            array = [9];                            // not seen
            sum += yield(n) * n;
        }
        foreach (int n in array)
            sum += n;
        return sum;
    }

    [Fact]
    public void S111_A_multi_dimensional_array() => Oracle.Check((log, yield) => Grid(log, yield), log => Grid(log));

    [Coroutine]
    private static string Grid(Log log, Yield<int, int> yield)
    {
        var grid = new int[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        string seen = "";
        foreach (int n in grid)
        {
            if (yield(n) > 4)
                continue;
            seen += n;
        }
        foreach (long wide in new long[1, 2, 2])
            seen += yield((int)wide);
        return seen;
    }

    [Fact]
    public void S112_A_string() => Oracle.Check((log, yield) => Text(log, yield), log => Text(log));

    [Coroutine]
    private static string Text(Log log, Yield<char, string?> yield)
    {
        string text = "abc", result = "";
        foreach (char c in text)
        {
            text = "other";
            result += c + yield(c) + c;
        }
        return log.Arg("result", result);
    }

    [Fact]
    public void S113_The_struct_enumerator_of_a_list() => Oracle.Check((log, yield) => OfList(log, yield), log => OfList(log));

    [Coroutine]
    private static int OfList(Log log, Yield<int, int> yield)
    {
        var list = new List<int> { 1, 2, 3 };
        int sum = 0;
        foreach (int n in list)
            sum += yield(n);                        // a copied enumerator would stay on the first
        try
        {
            foreach (int n in list)
            {
                if (yield(n) > 2)
                    list.Add(n);                    // found out at the next step, across the suspension
            }
        }
        catch (InvalidOperationException e)
        {
            log.Note(e.GetType().Name + list.Count);
        }
        foreach (var (key, value) in new SortedDictionary<int, string> { [2] = "b", [1] = "a" })
            sum += yield(key) + value.Length;
        return sum;
    }

    [Fact]
    public void S114_A_span_in_a_body_without_yield() => Oracle.Check((log, yield) => OverSpan(log, yield), log => OverSpan(log));

    [Coroutine]
    private static int OverSpan(Log log, Yield<int, int> yield)
    {
        int[] array = [yield(1), yield(2), 3];
        int sum = 0;
        foreach (int n in array.AsSpan(1))
            sum += log.Arg("n", n);
        foreach (ref int n in array.AsSpan())
            n *= 2;
        sum += yield(sum);
        foreach (char c in "abc".AsSpan())
            sum += c - 'a';
        return sum + array[2];
    }

    /// <summary>Enumerable by its shape alone, and telling.</summary>
    private sealed class Steps(Log log, int count)
    {
        public Steps GetEnumerator()
        {
            log.Note("enumerate");
            return this;
        }

        public int Current { get; private set; }

        public bool MoveNext() => log.Arg("moved to", ++Current) <= count;
    }

    [Fact]
    public void S116_A_pattern_based_enumerable() => Oracle.Check((log, yield) => Pattern(log, yield), log => Pattern(log));

    [Coroutine]
    private static int Pattern(Log log, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int n in new Steps(log, yield(0) & 3))
        {
            if (yield(n) == 4)
                break;
            sum += n;
        }
        return sum;
    }

    [Fact]
    public void S117_An_extension_GetEnumerator() => Oracle.Check((log, yield) => Extension(log, yield), log => Extension(log));

    [Coroutine]
    private static string Extension(Log log, Yield<int, int> yield)
    {
        string seen = "";
        foreach (int n in (1, 3))
            seen += n + ":" + yield(n) + " ";
        return log.Arg("seen", seen);
    }

    private sealed class Told(Log log, int count, bool faulty = false) : IEnumerable<int>, IEnumerator<int>
    {
        private int n;

        public int Current => log.Arg("current", n);

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator()
        {
            log.Note("enumerate");
            return this;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool MoveNext() => ++n <= count || (faulty ? log.Fail<bool>("MoveNext") : log.Arg("the end", false));

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => log.Note($"dispose at {n}");
    }

    [Fact]
    public void S118_An_enumerable_interface()
    {
        Oracle.Check((log, yield) => Interface(log, new Told(log, 3), yield), log => Interface(log, new Told(log, 3)));
        Oracle.Check((log, yield) => Interface(log, new Told(log, 1, true), yield), log => Interface(log, new Told(log, 1, true)));
    }

    [Coroutine]
    private static int Interface(Log log, IEnumerable<int> source, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int n in source)
        {
            int answer = yield(n);
            sum += log.Arg("sum", sum) + answer;
        }
        return sum;
    }

    private sealed class Untyped(Log log, bool disposable) : IEnumerable
    {
        public IEnumerator GetEnumerator() => disposable ? new Told(log, 2) : new ArrayList { 1, 'b' }.GetEnumerator();
    }

    private ref struct Letters(string text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int at = -1;

        public readonly char Current => text[at];

        public readonly Letters GetEnumerator() => this;

        public bool MoveNext() => ++at < text.Length;
    }

    [Fact]
    public void S119_A_non_generic_enumerable_is_disposed_if_it_turns_out_disposable()
    {
        Oracle.Check((log, yield) => NonGeneric(log, true, yield), log => NonGeneric(log, true));
        Oracle.Check((log, yield) => NonGeneric(log, false, yield), log => NonGeneric(log, false));
    }

    [Coroutine]
    private static string NonGeneric(Log log, bool disposable, Yield<object, int> yield)
    {
        string seen = "";
        foreach (object o in new Untyped(log, disposable))
            seen += o + ":" + yield(o) + " ";
        return log.Arg("seen", seen);
    }

    [Fact]
    public void S120_A_sealed_enumerator_that_is_not_disposable()
        => Oracle.Check((log, yield) => NotDisposable(log, yield), log => NotDisposable(log));

    [Coroutine]
    private static int NotDisposable(Log log, Yield<int, bool> yield)
    {
        foreach (int outer in new Steps(log, 2))
        {
            foreach (int inner in new Steps(log, 2))
            {
                if (yield(outer * 10 + inner))
                    return log.Arg("returned", inner);
            }
        }
        return -1;
    }

    [Fact]
    public void S121_A_ref_struct_enumerator_in_a_body_without_yield()
        => Oracle.Check((log, yield) => RefStruct(log, yield), log => RefStruct(log));

    [Coroutine]
    private static string RefStruct(Log log, Yield<string, string?> yield)
    {
        string text = "ab" + yield("more"), backwards = "";
        foreach (char c in new Letters(text))
        {
            if (c == 'b')
                continue;
            backwards = c + backwards;
        }
        return backwards + yield(backwards);
    }
}

internal static class RangeEnumerator
{
    public static IEnumerator<int> GetEnumerator(this (int From, int To) range)
    {
        for (int n = range.From; n <= range.To; n++)
            yield return n;
    }
}
