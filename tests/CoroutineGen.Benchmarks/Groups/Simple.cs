namespace CoroutineGen.Benchmarks.Groups;

/// <summary>The three simple sequences that several groups run, as coroutines and as C# iterators with the same body.</summary>
static partial class Simple
{
    [Coroutine]
    public static void Range(int start, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(start + n);
    }

    public static IEnumerable<int> RangeIterator(int start, int count)
    {
        for (int n = 0; n < count; n++)
            yield return start + n;
    }

    [Coroutine]
    public static void Fibonacci(int count, Yield<long> yield)
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

    public static IEnumerable<long> FibonacciIterator(int count)
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
    public static void Countdown(int from, Yield<int> yield)
    {
        while (from > 0)
        {
            yield(from);
            from--;
        }
    }

    public static IEnumerable<int> CountdownIterator(int from)
    {
        while (from > 0)
        {
            yield return from;
            from--;
        }
    }
}
