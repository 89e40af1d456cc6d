using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Coroutines that the JIT cannot keep off the heap: kept in a field, and handed to LINQ.</summary>
static partial class Heap
{
    const int Values = 10_000, Calls = 60;

    static Simple.RangeCoroutine? s_range;
    static Simple.FibonacciCoroutine? s_fibonacci;
    static Simple.CountdownCoroutine? s_countdown;
    static IEnumerable<int>? s_ints;
    static IEnumerable<long>? s_longs;

    public static readonly Group Group = new("heap", "On the heap: in a field, and through LINQ",
        "The same simple bodies where the object escapes: kept in a static field and run from there, and given to `Where`,"
        + " `Select` and `Sum` as an `IEnumerable<T>`, of the numbers as values of an enum.", Races)
    {
        WithoutPgo = true,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("range in a field", "enumeration", RangeIterator, Range);
        yield return Compare("fibonacci in a field", "enumeration", FibonacciIterator, Fibonacci);
        yield return Compare("countdown in a field", "enumeration", CountdownIterator, Countdown);
        yield return Compare("range through LINQ", "query", LinqIterator, Linq);
    }

    static Race Compare(string title, string call, Func<long> iterator, Func<long> coroutine)
    {
        var race = new Race(title, "value", Values, Calls) { Call = call };
        race.Peer("C# iterator", iterator);
        race.Ours("coroutine", coroutine, Bar.Time(1.05), Bar.BytesOfPeer());
        return race;
    }

    static long Range()
    {
        long sum = 0;
        s_range = Simple.Range(7, Values);
        foreach (int n in s_range)
            sum += n;
        return sum;
    }

    static long RangeIterator()
    {
        long sum = 0;
        s_ints = Simple.RangeIterator(7, Values);
        foreach (int n in s_ints)
            sum += n;
        return sum;
    }

    static long Fibonacci()
    {
        long sum = 0;
        s_fibonacci = Simple.Fibonacci(Values);
        foreach (long n in s_fibonacci)
            sum += n;
        return sum;
    }

    static long FibonacciIterator()
    {
        long sum = 0;
        s_longs = Simple.FibonacciIterator(Values);
        foreach (long n in s_longs)
            sum += n;
        return sum;
    }

    static long Countdown()
    {
        long sum = 0;
        s_countdown = Simple.Countdown(Values);
        foreach (int n in s_countdown)
            sum += n;
        return sum;
    }

    static long CountdownIterator()
    {
        long sum = 0;
        s_ints = Simple.CountdownIterator(Values);
        foreach (int n in s_ints)
            sum += n;
        return sum;
    }

    static long Linq() => Ours(7, Values).Where(v => (int)v % 3 != 0).Select(v => (OurValue)((int)v * 2)).Sum(v => (long)v);

    static long LinqIterator()
        => Theirs(7, Values).Where(v => (int)v % 3 != 0).Select(v => (TheirValue)((int)v * 2)).Sum(v => (long)v);

    /// <summary>
    /// Values of different types, so that each contender has LINQ's code for itself: shared, it would be optimised for one of the two
    /// sequences, and chance would say for which.
    /// </summary>
    enum OurValue;

    enum TheirValue;

    [Coroutine]
    static void Ours(int start, int count, Yield<OurValue> yield)
    {
        for (int n = 0; n < count; n++)
            yield((OurValue)(start + n));
    }

    static IEnumerable<TheirValue> Theirs(int start, int count)
    {
        for (int n = 0; n < count; n++)
            yield return (TheirValue)(start + n);
    }
}
