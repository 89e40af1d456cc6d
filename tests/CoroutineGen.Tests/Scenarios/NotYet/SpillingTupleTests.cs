using System.Diagnostics;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Tuples, strings, delegates and the rest of what an expression may hold on both sides of a yield.</summary>
public sealed partial class SpillingTupleTests
{
    // CORO2003: A yield inside a deconstruction into anything but variables
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

    // CORO2003: A yield inside a deconstruction into anything but variables
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

    // CORO2003: A yield inside an argument of the
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
