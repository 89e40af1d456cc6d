namespace CoroutineGen.Benchmarks;

/// <summary>
/// A chain of delegations with a steady stream from the bottom: what one value costs should not depend on the depth. The chain is made
/// before the clock starts. Depth 1 is one delegation; C#'s way, a loop that yields each value again, stands beside it.
/// </summary>
static partial class Chain
{
    const int Values = 20_000;

    [Coroutine]
    static void Stream(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Stream(depth - 1));
        for (int n = 0; ; n++)
            yield(n);
    }

    static IEnumerable<int> StreamIterator(int depth)
    {
        if (depth > 0)
        {
            foreach (int n in StreamIterator(depth - 1))
                yield return n;
        }
        for (int n = 0; ; n++)
            yield return n;
    }

    static Func<long> Pull(IEnumerator<int> stream)
    {
        stream.MoveNext();
        return () =>
        {
            long sum = 0;
            for (int i = 0; i < Values && stream.MoveNext(); i++)
                sum += stream.Current;
            return sum;
        };
    }

    public static void Run()
    {
        var race = new Race("chain of yield.From", Values);
        foreach (int depth in new[] { 1, 100, 10_000, 1_000_000 })
            race.Add($"depth {depth:N0}", Pull(Stream(depth)));
        race.Add("C# iterators, depth 1", Pull(StreamIterator(1).GetEnumerator()));
        race.Add("C# iterators, depth 100", Pull(StreamIterator(100).GetEnumerator()));
        race.Run();
    }
}
