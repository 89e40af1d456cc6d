using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>A coroutine that is made, stepped once and closed.</summary>
static partial class Closing
{
    const int Times = 10_000, Calls = 20;

    static long s_closed;
    static LoopCoroutine? s_loop;
    static CleanUpCoroutine? s_cleanUp;

    public static readonly Group Group = new("close", "Create, step and close",
        "Made, run to its first value, and closed: as happens to each sequence that a consumer leaves early. With no handler"
        + " around the yield, and with a finally that has to run.", Races);

    static IEnumerable<Race> Races()
    {
        var plain = new Race("no handler", "coroutine", Times, Calls);
        plain.Peer("C# iterator, Dispose", CloseIterators);
        plain.Ours("coroutine", CloseCoroutines, Bar.Time(1));
        plain.Ours("coroutine, in a field", CloseInField);
        yield return plain;

        var through = new Race("through a finally", "coroutine", Times, Calls);
        through.Peer("C# iterator, Dispose", CloseIteratorsCleaningUp);
        through.Ours("coroutine", CloseCoroutinesCleaningUp, Bar.Time(1.2));
        through.Ours("coroutine, in a field", CloseInFieldCleaningUp);
        yield return through;
    }

    [Coroutine]
    static void Loop(int start, Yield<int> yield)
    {
        for (int n = start; ; n++)
            yield(n);
    }

    static IEnumerable<int> LoopIterator(int start)
    {
        for (int n = start; ; n++)
            yield return n;
    }

    [Coroutine]
    static void CleanUp(int start, Yield<int> yield)
    {
        try
        {
            for (int n = start; ; n++)
                yield(n);
        }
        finally
        {
            s_closed++;
        }
    }

    static IEnumerable<int> CleanUpIterator(int start)
    {
        try
        {
            for (int n = start; ; n++)
                yield return n;
        }
        finally
        {
            s_closed++;
        }
    }

    static long CloseIterators()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            var iterator = LoopIterator(i).GetEnumerator();
            iterator.MoveNext();
            sum += iterator.Current;
            iterator.Dispose();
        }
        return sum;
    }

    static long CloseCoroutines()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            var coroutine = Loop(i);
            coroutine.MoveNext();
            sum += coroutine.Current;
            coroutine.Close();
        }
        return sum;
    }

    static long CloseInField()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            s_loop = Loop(i);
            s_loop.MoveNext();
            sum += s_loop.Current;
            s_loop.Close();
        }
        return sum;
    }

    static long CloseIteratorsCleaningUp()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            var iterator = CleanUpIterator(i).GetEnumerator();
            iterator.MoveNext();
            sum += iterator.Current;
            iterator.Dispose();
        }
        return sum + s_closed;
    }

    static long CloseCoroutinesCleaningUp()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            var coroutine = CleanUp(i);
            coroutine.MoveNext();
            sum += coroutine.Current;
            coroutine.Close();
        }
        return sum + s_closed;
    }

    static long CloseInFieldCleaningUp()
    {
        long sum = 0;
        for (int i = 0; i < Times; i++)
        {
            s_cleanUp = CleanUp(i);
            s_cleanUp.MoveNext();
            sum += s_cleanUp.Current;
            s_cleanUp.Close();
        }
        return sum + s_closed;
    }
}
