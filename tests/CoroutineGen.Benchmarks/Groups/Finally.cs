using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>A try block with yields and a finally block that does not yield.</summary>
static partial class Finally
{
    const int Values = 10_000, Calls = 60;

    static readonly LinkedList<int> Linked = new(Enumerable.Range(0, Values));
    static readonly List<int> Listed = [.. Enumerable.Range(0, Values)];

    static int s_depth;

    public static readonly Group Group = new("finally", "A finally block around yields",
        "The body yields in a try block whose finally block does not: of its own in a loop, with a pattern that declares variables, and around"
        + " a `foreach`. Each in a `foreach` of the coroutine's own type, and through `IEnumerable<T>`.", Races)
    {
        WithoutPgo = true,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("a loop", CountedIterator, Counted);
        yield return Compare("a loop, through IEnumerable", CountedIterator, CountedThrough);
        yield return Compare("a pattern", PatternedIterator, Patterned);
        yield return Compare("a pattern, through IEnumerable", PatternedIterator, PatternedThrough);
        yield return Compare("a foreach", EachIterator, Each);
        yield return Compare("a foreach, through IEnumerable", EachIterator, EachThrough);
    }

    static Race Compare(string title, Func<long> iterator, Func<long> coroutine)
    {
        var race = new Race(title, "value", Values, Calls) { Call = "enumeration" };
        race.Peer("C# iterator", iterator);
        race.Ours("coroutine", coroutine, Bar.Time(1.0));
        return race;
    }

    [Coroutine]
    static void Counting(int count, Yield<int> yield)
    {
        s_depth++;
        try
        {
            for (int n = 0; n < count; n++)
                yield(n);
        }
        finally
        {
            s_depth--;
        }
    }

    static IEnumerable<int> CountingIterator(int count)
    {
        s_depth++;
        try
        {
            for (int n = 0; n < count; n++)
                yield return n;
        }
        finally
        {
            s_depth--;
        }
    }

    [Coroutine]
    static void Matching(LinkedList<int> list, Yield<int> yield)
    {
        s_depth++;
        try
        {
            var node = list.First;
            while (node is { Value: var value, Next: var next })
            {
                yield(value);
                node = next;
            }
        }
        finally
        {
            s_depth--;
        }
    }

    static IEnumerable<int> MatchingIterator(LinkedList<int> list)
    {
        s_depth++;
        try
        {
            var node = list.First;
            while (node is { Value: var value, Next: var next })
            {
                yield return value;
                node = next;
            }
        }
        finally
        {
            s_depth--;
        }
    }

    [Coroutine]
    static void Iterating(List<int> list, Yield<int> yield)
    {
        s_depth++;
        try
        {
            foreach (int item in list)
                yield(item);
        }
        finally
        {
            s_depth--;
        }
    }

    static IEnumerable<int> IteratingIterator(List<int> list)
    {
        s_depth++;
        try
        {
            foreach (int item in list)
                yield return item;
        }
        finally
        {
            s_depth--;
        }
    }

    static long Counted()
    {
        long sum = 0;
        foreach (int n in Counting(Values))
            sum += n;
        return sum;
    }

    static long CountedThrough()
    {
        long sum = 0;
        foreach (int n in (IEnumerable<int>)Counting(Values))
            sum += n;
        return sum;
    }

    static long CountedIterator()
    {
        long sum = 0;
        foreach (int n in CountingIterator(Values))
            sum += n;
        return sum;
    }

    static long Patterned()
    {
        long sum = 0;
        foreach (int n in Matching(Linked))
            sum += n;
        return sum;
    }

    static long PatternedThrough()
    {
        long sum = 0;
        foreach (int n in (IEnumerable<int>)Matching(Linked))
            sum += n;
        return sum;
    }

    static long PatternedIterator()
    {
        long sum = 0;
        foreach (int n in MatchingIterator(Linked))
            sum += n;
        return sum;
    }

    static long Each()
    {
        long sum = 0;
        foreach (int n in Iterating(Listed))
            sum += n;
        return sum;
    }

    static long EachThrough()
    {
        long sum = 0;
        foreach (int n in (IEnumerable<int>)Iterating(Listed))
            sum += n;
        return sum;
    }

    static long EachIterator()
    {
        long sum = 0;
        foreach (int n in IteratingIterator(Listed))
            sum += n;
        return sum;
    }
}
