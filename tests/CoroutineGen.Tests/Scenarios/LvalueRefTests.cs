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
