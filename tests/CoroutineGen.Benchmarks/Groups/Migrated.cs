using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>What a public iterator becomes that is made a coroutine: still handed out as an IEnumerable, and taken by a foreach.</summary>
static partial class Migrated
{
    const int Values = 10_000, Calls = 60;

    static readonly List<int> Listed = [.. Enumerable.Range(0, Values)];

    public static readonly Group Group = new("migrated", "Handed out as IEnumerable<T>",
        "A public iterator that was made a coroutine: its callers still get an `IEnumerable<T>`, and take it by `foreach`. A body that calls"
        + " nothing, one that calls, one with a `using`, and one that takes turns with two sequences.", Races)
    {
        WithoutPgo = true,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("a body that calls nothing", PureIterator, Pure, 1.0);
        yield return Compare("a body that calls", GuardedIterator, Calling, 1.0);
        yield return Compare("a using around a foreach", UsingIterator, Using, 1.0);
        yield return Compare("two sources by turns", InterleavedIterator, Interleaved, 1.1);
    }

    static Race Compare(string title, Func<long> iterator, Func<long> coroutine, double bar)
    {
        var race = new Race(title, "value", Values, Calls) { Call = "enumeration" };
        race.Peer("C# iterator", iterator);
        race.Ours("coroutine", coroutine, Bar.Time(bar), Bar.BytesOfPeer());
        return race;
    }

    sealed class Resource : IDisposable
    {
        public int Uses { get; private set; }

        public void Dispose() => Uses++;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static int Mix(int value) => value ^ (value >> 3);

    [Coroutine]
    static void Mixing(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(Mix(n));
    }

    static IEnumerable<int> MixingIterator(int count)
    {
        for (int n = 0; n < count; n++)
            yield return Mix(n);
    }

    [Coroutine]
    static void Reading(List<int> list, Yield<int> yield)
    {
        using var resource = new Resource();
        foreach (int item in list)
            yield(item + resource.Uses);
    }

    static IEnumerable<int> ReadingIterator(List<int> list)
    {
        using var resource = new Resource();
        foreach (int item in list)
            yield return item + resource.Uses;
    }

    [Coroutine]
    static void Taking(IEnumerable<int> first, IEnumerable<int> second, Yield<int> yield)
    {
        using var a = first.GetEnumerator();
        using var b = second.GetEnumerator();
        while (a.MoveNext() && b.MoveNext())
        {
            yield(a.Current);
            yield(b.Current);
        }
    }

    static IEnumerable<int> TakingIterator(IEnumerable<int> first, IEnumerable<int> second)
    {
        using var a = first.GetEnumerator();
        using var b = second.GetEnumerator();
        while (a.MoveNext() && b.MoveNext())
        {
            yield return a.Current;
            yield return b.Current;
        }
    }

    static IEnumerable<int> Range(int count) => Simple.Range(7, count);

    static IEnumerable<int> Mixed(int count) => Mixing(count);

    static IEnumerable<int> Read(List<int> list) => Reading(list);

    static IEnumerable<int> Taken(int count) => Taking(Simple.Range(7, count), Simple.Countdown(count));

    static IEnumerable<int> TakenIterator(int count)
        => TakingIterator(Simple.RangeIterator(7, count), Simple.CountdownIterator(count));

    static long Pure()
    {
        long sum = 0;
        foreach (int n in Range(Values))
            sum += n;
        return sum;
    }

    static long PureIterator()
    {
        long sum = 0;
        foreach (int n in Simple.RangeIterator(7, Values))
            sum += n;
        return sum;
    }

    static long Calling()
    {
        long sum = 0;
        foreach (int n in Mixed(Values))
            sum += n;
        return sum;
    }

    static long GuardedIterator()
    {
        long sum = 0;
        foreach (int n in MixingIterator(Values))
            sum += n;
        return sum;
    }

    static long Using()
    {
        long sum = 0;
        foreach (int n in Read(Listed))
            sum += n;
        return sum;
    }

    static long UsingIterator()
    {
        long sum = 0;
        foreach (int n in ReadingIterator(Listed))
            sum += n;
        return sum;
    }

    static long Interleaved()
    {
        long sum = 0;
        foreach (int n in Taken(Values / 2))
            sum += n;
        return sum;
    }

    static long InterleavedIterator()
    {
        long sum = 0;
        foreach (int n in TakenIterator(Values / 2))
            sum += n;
        return sum;
    }
}
