using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Operands beside a yield: what stands left of it has been evaluated, and converted, before the suspension.</summary>
public sealed partial class SpillingTests
{
    // CORO2003: A yield inside an object or collection initializer
    [Fact]
    public void S026_Object_creation_arguments() => Oracle.Check((log, yield) => Creation(log, yield), log => Creation(log));

    [Coroutine]
    private static string Creation(Log log, Yield<string, int> yield)
    {
        var made = new Made(log, log.Arg("a", 1), yield("b")) { C = log.Arg("c", 5) + yield("c") };
        return made.A + "," + made.B + "," + made.C;
    }

    // CORO2003: A yield inside an object or collection initializer
    [Fact]
    public void S027_Target_typed_new() => Oracle.Check((log, yield) => TargetTyped(log, yield), log => TargetTyped(log));

    [Coroutine]
    private static string TargetTyped(Log log, Yield<string, int> yield)
    {
        Pair p = new(log.Arg("x", 1), yield("y"));
        return Two(new(yield("a"), 2), yield("b")) + Two(new() { Both = yield("both") }, log.Arg("n", 3)) + Two(default, yield("d")) + p;

        static string Two(Pair p, int n) => $"{p}{n}";
    }

    // CORO2003: A yield inside an array initializer without 'new'
    // CORO2003: A yield inside this expression (collection)
    [Fact]
    public void S028_Array_sizes_and_nested_initialisers() => Oracle.Check((log, yield) => Arrays(log, yield), log => Arrays(log));

    [Coroutine]
    private static string Arrays(Log log, Yield<string, int> yield)
    {
        var sized = new int[log.Arg("size", 2), yield("size") & 3];
        int[] implicitly = [.. new[] { log.Arg("0", 1), yield("1"), log.Arg("2", 3) }];
        int[][] nested = { new[] { yield("00") }, new int[] { log.Arg("10", 4), yield("11") }, new int[log.Arg("size", 1)] };
        object[] boxed = { log.Arg("a", 'a'), yield("b"), "c" };
        return Join(sized.Length, Log.Show(implicitly), Log.Show(nested), Log.Show(boxed));
    }

    // CORO2003: A yield inside an array initializer without 'new'
    [Fact]
    public void S029_Multi_dimensional_initialisers() => Oracle.Check((log, yield) => Grid(log, yield), log => Grid(log));

    [Coroutine]
    private static string Grid(Log log, Yield<string, int> yield)
    {
        int[,] grid = { { log.Arg("00", 1), yield("01") }, { yield("10"), log.Arg("11", 2) } };
        var typed = new long[,] { { yield("a"), 2 } };
        return Join(grid[0, 1], grid[1, 0], grid.Length, typed[0, 0]);
    }
}
