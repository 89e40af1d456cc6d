using CoroutineGen;

namespace Shrinker;

/// <summary>
/// Makes an input that fails smaller. What is asked of each smaller one is a yield: so the same method asks a function, where it is
/// called with one, and waits for its answers, where it is a coroutine. It can be forked, so that the next questions are known before
/// this one is answered.
/// </summary>
public static partial class Shrinks
{
    /// <summary>Leaves numbers out, as many at a time as possible, and then brings each that is left nearer to zero.</summary>
    /// <param name="failing">An input that fails.</param>
    /// <param name="fails">Whether a smaller one still does.</param>
    /// <returns>The smallest that was found to fail.</returns>
    [Coroutine(Forkable = true)]
    public static int[] Numbers(int[] failing, Yield<int[], bool> fails)
    {
        for (int size = failing.Length; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= failing.Length;)
            {
                int[] shorter = [.. failing[..at], .. failing[(at + size)..]];
                if (fails(shorter))
                    failing = shorter;
                else
                    at += size;
            }
        }
        for (int at = 0; at < failing.Length; at++)
        {
            for (int step = failing[at]; step != 0; step /= 2)
            {
                while (Math.Abs(failing[at] - step) < Math.Abs(failing[at]) && fails(Nearer(failing, failing[at], step)))
                    failing = Nearer(failing, failing[at], step);
            }
        }
        return failing;
    }

    /// <summary>Those that are equal stay so, since that may be what fails.</summary>
    private static int[] Nearer(int[] numbers, int number, int step) => [.. numbers.Select(n => n == number ? n - step : n)];
}
