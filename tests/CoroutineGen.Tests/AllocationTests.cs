using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>A foreach over a simple coroutine allocates nothing: the JIT keeps an object that does not escape off the heap.</summary>
/// <remarks>
/// Alone, because the runtime puts off optimizing for as long as new methods keep being compiled, which other tests see to. No
/// AggressiveOptimization, which would do without the profile that users' code has.
/// </remarks>
[Collection(nameof(Alone))]
public partial class AllocationTests
{
    private static object? _escaped;

    [Coroutine]
    private static void Range(int start, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(start + n);
    }

    [Coroutine]
    private static void Fibonacci(int count, Yield<long> yield)
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

    [Coroutine]
    private static void Countdown(int from, Yield<int> yield)
    {
        while (from > 0)
        {
            yield(from);
            from--;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Work(int value) => value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    [Coroutine]
    private static void Worked(int start, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(Work(start + n));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SumOfWorked()
    {
        long sum = 0;
        foreach (int n in Worked(1, 1000))
            sum += n;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SumOfRange()
    {
        long sum = 0;
        foreach (int n in Range(1, 1000))
            sum += n;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SumOfFibonacci()
    {
        long sum = 0;
        foreach (long n in Fibonacci(50))
            sum += n;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long SumOfCountdown()
    {
        long sum = 0;
        foreach (int n in Countdown(1000))
            sum += n;
        return sum;
    }

    [Fact]
    public void Range_allocates_nothing() => AllocatesNothing(SumOfRange, 500_500);

    [Fact]
    public void Fibonacci_allocates_nothing() => AllocatesNothing(SumOfFibonacci, 20_365_011_073);

    [Fact]
    public void Countdown_allocates_nothing() => AllocatesNothing(SumOfCountdown, 500_500);

    [Fact]
    public void A_body_that_calls_out_allocates_nothing() => AllocatesNothing(SumOfWorked, 500_500);

    [Fact]
    public void Range_takes_48_bytes_where_it_escapes()
    {
        // As much as Range(1, 1000) would take in the tests above, if it were not kept off the heap: C#'s own takes 56.
        _escaped = Range(1, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _escaped = Range(1, 1000);
        Assert.Equal(48, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>After warm-up: tiered compilation takes its time, so give it some, and stop at the first run that is free.</summary>
    private static void AllocatesNothing(Func<long> run, long expected)
    {
        long bytes = -1;
        for (int round = 0; round < 500 && bytes != 0; round++)
        {
            for (int call = 0; call < 100; call++)
                Assert.Equal(expected, run());
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes != 0)
                Thread.Sleep(10);
        }
        Assert.Equal(0, bytes);
    }
}

/// <summary>Tests that must have the process for themselves: they run after all others, one by one.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
