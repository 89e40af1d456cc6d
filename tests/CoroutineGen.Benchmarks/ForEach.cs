namespace CoroutineGen.Benchmarks;

/// <summary>The simplest use, against the C# iterator with the same body: a coroutine in a foreach.</summary>
static partial class ForEach
{
    const int Values = 1_000_000;

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

    public static void Run()
    {
        var range = new Race("foreach over Range", Values);
        range.Add("C# iterator", static () => { long sum = 0; foreach (int n in RangeIterator(7, Values)) sum += n; return sum; });
        range.Add("coroutine", static () => { long sum = 0; foreach (int n in Range(7, Values)) sum += n; return sum; });
        range.Run();

        var fibonacci = new Race("foreach over Fibonacci", Values);
        fibonacci.Add("C# iterator", static () => { long sum = 0; foreach (long n in FibonacciIterator(Values)) sum += n; return sum; });
        fibonacci.Add("coroutine", static () => { long sum = 0; foreach (long n in Fibonacci(Values)) sum += n; return sum; });
        fibonacci.Run();

        var countdown = new Race("foreach over Countdown", Values);
        countdown.Add("C# iterator", static () => { long sum = 0; foreach (int n in CountdownIterator(Values)) sum += n; return sum; });
        countdown.Add("coroutine", static () => { long sum = 0; foreach (int n in Countdown(Values)) sum += n; return sum; });
        countdown.Run();
    }
}
