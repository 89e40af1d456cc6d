using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Coroutines that consume each other: a range, filtered, mapped.</summary>
static partial class FilterMap
{
    const int Values = 10_000, Calls = 60;

    public static readonly Group Group = new("filter-map", "A chain of filter and map",
        "A range goes through a coroutine that filters it, and one that maps it; each runs the one before in a `foreach`. They"
        + " take each other as `Coroutine<int>`, or as `IEnumerable<int>`.", Races)
    {
        WithoutPgo = true,
        IsChecked = true,
    };

    static IEnumerable<Race> Races()
    {
        var race = new Race("filter, then map", "source value", Values, Calls) { Call = "enumeration" };
        race.Peer("C# iterators", Iterators);
        race.Peer("LINQ over a C# iterator", Linq);
        race.Ours("coroutines", Coroutines, Bar.Time(1), Bar.WithoutPgo(0.75));
        race.Ours("coroutines, IEnumerable<int>", AsEnumerables);
        yield return race;
    }

    [Coroutine]
    static void Filtered(Coroutine<int> source, Yield<int> yield)
    {
        foreach (int n in source)
        {
            if (n % 3 != 0)
                yield(n);
        }
    }

    [Coroutine]
    static void Mapped(Coroutine<int> source, Yield<long> yield)
    {
        foreach (int n in source)
            yield(n * 2L);
    }

    [Coroutine]
    static void FilteredAny(IEnumerable<int> source, Yield<int> yield)
    {
        foreach (int n in source)
        {
            if (n % 3 != 0)
                yield(n);
        }
    }

    [Coroutine]
    static void MappedAny(IEnumerable<int> source, Yield<long> yield)
    {
        foreach (int n in source)
            yield(n * 2L);
    }

    static IEnumerable<int> FilteredIterator(IEnumerable<int> source)
    {
        foreach (int n in source)
        {
            if (n % 3 != 0)
                yield return n;
        }
    }

    static IEnumerable<long> MappedIterator(IEnumerable<int> source)
    {
        foreach (int n in source)
            yield return n * 2L;
    }

    static long Coroutines()
    {
        long sum = 0;
        foreach (long n in Mapped(Filtered(Simple.Range(7, Values))))
            sum += n;
        return sum;
    }

    static long AsEnumerables()
    {
        long sum = 0;
        foreach (long n in MappedAny(FilteredAny(Simple.Range(7, Values))))
            sum += n;
        return sum;
    }

    static long Iterators()
    {
        long sum = 0;
        foreach (long n in MappedIterator(FilteredIterator(Simple.RangeIterator(7, Values))))
            sum += n;
        return sum;
    }

    static long Linq()
    {
        long sum = 0;
        foreach (long n in Simple.RangeIterator(7, Values).Where(n => n % 3 != 0).Select(n => n * 2L))
            sum += n;
        return sum;
    }
}
