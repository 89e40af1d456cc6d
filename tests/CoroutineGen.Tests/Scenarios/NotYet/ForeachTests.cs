using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class ForeachTests
{
    // CS1061: the lowered enumerator of a rectangular array has no Dispose
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

    // CS1061: the lowered enumerator of a non-generic sequence has no Dispose
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

    // CORO2003: A yield inside a foreach that deconstructs
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
}
