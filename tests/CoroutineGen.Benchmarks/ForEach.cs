namespace CoroutineGen.Benchmarks;

/// <summary>The simplest use, against the C# iterator with the same body: a coroutine in a foreach.</summary>
static partial class ForEach
{
    const int Values = 10_000, Calls = 100;

    [Coroutine]
    static void Range(int start, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(start + n);
    }

    static IEnumerable<int> RangeIterator(int start, int count)
    {
        for (int n = 0; n < count; n++)
            yield return start + n;
    }

    [Coroutine]
    static void Fibonacci(int count, Yield<long> yield)
    {
        long a = 0, b = 1;
        for (int n = 0; n < count; n++)
        {
            yield(a);
            long next = a + b;
            a = b;
            b = next;
        }
    }

    static IEnumerable<long> FibonacciIterator(int count)
    {
        long a = 0, b = 1;
        for (int n = 0; n < count; n++)
        {
            yield return a;
            long next = a + b;
            a = b;
            b = next;
        }
    }

    [Coroutine]
    static void Countdown(int from, Yield<int> yield)
    {
        while (from > 0)
        {
            yield(from);
            from--;
        }
    }

    static IEnumerable<int> CountdownIterator(int from)
    {
        while (from > 0)
        {
            yield return from;
            from--;
        }
    }

    static long SumOfRangeIterator()
    {
        long sum = 0;
        foreach (int n in RangeIterator(7, Values))
            sum += n;
        return sum;
    }

    static long SumOfRange()
    {
        long sum = 0;
        foreach (int n in Range(7, Values))
            sum += n;
        return sum;
    }

    static long SumOfFibonacciIterator()
    {
        long sum = 0;
        foreach (long n in FibonacciIterator(Values))
            sum += n;
        return sum;
    }

    static long SumOfFibonacci()
    {
        long sum = 0;
        foreach (long n in Fibonacci(Values))
            sum += n;
        return sum;
    }

    static long SumOfCountdownIterator()
    {
        long sum = 0;
        foreach (int n in CountdownIterator(Values))
            sum += n;
        return sum;
    }

    static long SumOfCountdown()
    {
        long sum = 0;
        foreach (int n in Countdown(Values))
            sum += n;
        return sum;
    }

    public static void Run()
    {
        Compare("foreach over Range", SumOfRangeIterator, SumOfRange);
        Compare("foreach over Fibonacci", SumOfFibonacciIterator, SumOfFibonacci);
        Compare("foreach over Countdown", SumOfCountdownIterator, SumOfCountdown);
    }

    static void Compare(string title, Func<long> iterator, Func<long> coroutine)
    {
        var race = new Race(title, Values * Calls);
        race.Add("C# iterator", () => Repeat(iterator));
        race.Add("coroutine", () => Repeat(coroutine));
        race.Run();
    }

    /// <summary>Many short enumerations rather than a long one: the JIT optimises a method for good only between calls of it.</summary>
    static long Repeat(Func<long> sum)
    {
        long total = 0;
        for (int call = 0; call < Calls; call++)
            total += sum();
        return total;
    }
}
