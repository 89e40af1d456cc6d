using CoroutineGen;

namespace Tour;

/// <summary>A coroutine is an <see cref="IEnumerable{T}"/>, so LINQ is its generator expression.</summary>
static partial class Querying
{
    [Coroutine]
    static void Naturals(Yield<int> yield)
    {
        for (int n = 1; ; n++)
        {
            Console.WriteLine($"   (making {n})");
            yield(n);
        }
    }

    public static void Tell()
    {
        var squares = from n in Naturals()
                      where n % 2 == 1
                      select n * n;
        Console.WriteLine("The query is written, and nothing has run. Now its first three results:");

        foreach (int square in squares.Take(3))
            Console.WriteLine(square);

        // Like a Python generator it is a single pass: whoever enumerates the query again finds the coroutine that was closed above.
        Console.WriteLine($"A coroutine is used once: a second look at the query finds {squares.Count()} values");
    }
}
