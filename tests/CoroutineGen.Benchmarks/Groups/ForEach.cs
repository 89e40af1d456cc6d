using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>The simplest use: a coroutine in a foreach, in its own method.</summary>
static class ForEach
{
    const int Values = 10_000, Calls = 150;

    public static readonly Group Group = new("foreach", "Simple bodies in foreach",
        "A body that calls nothing, run by a `foreach` in a method of its own. The struct enumerator is written by hand: no"
        + " object, no interface, nothing to suspend.", Races)
    {
        WithoutPgo = true,
        IsChecked = true,
        Processes = Group.WideSpread,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("range", RangeIterator, RangeStruct, Range);
        yield return Compare("fibonacci", FibonacciIterator, FibonacciStruct, Fibonacci);
        yield return Compare("countdown", CountdownIterator, CountdownStruct, Countdown);
    }

    static Race Compare(string title, Func<long> iterator, Func<long> byHand, Func<long> coroutine)
    {
        var race = new Race(title, "value", Values, Calls) { Call = "enumeration" };
        race.Peer("C# iterator", iterator);
        race.Peer("struct enumerator", byHand);
        race.Ours("coroutine", coroutine, Bar.Time(0.5), Bar.WithoutPgo(0.3), Bar.Bytes(0));
        return race;
    }

    static long Range()
    {
        long sum = 0;
        foreach (int n in Simple.Range(7, Values))
            sum += n;
        return sum;
    }

    static long RangeIterator()
    {
        long sum = 0;
        foreach (int n in Simple.RangeIterator(7, Values))
            sum += n;
        return sum;
    }

    static long RangeStruct()
    {
        long sum = 0;
        foreach (int n in new StructEnumerators.Range(7, Values))
            sum += n;
        return sum;
    }

    static long Fibonacci()
    {
        long sum = 0;
        foreach (long n in Simple.Fibonacci(Values))
            sum += n;
        return sum;
    }

    static long FibonacciIterator()
    {
        long sum = 0;
        foreach (long n in Simple.FibonacciIterator(Values))
            sum += n;
        return sum;
    }

    static long FibonacciStruct()
    {
        long sum = 0;
        foreach (long n in new StructEnumerators.Fibonacci(Values))
            sum += n;
        return sum;
    }

    static long Countdown()
    {
        long sum = 0;
        foreach (int n in Simple.Countdown(Values))
            sum += n;
        return sum;
    }

    static long CountdownIterator()
    {
        long sum = 0;
        foreach (int n in Simple.CountdownIterator(Values))
            sum += n;
        return sum;
    }

    static long CountdownStruct()
    {
        long sum = 0;
        foreach (int n in new StructEnumerators.Countdown(Values))
            sum += n;
        return sum;
    }
}
