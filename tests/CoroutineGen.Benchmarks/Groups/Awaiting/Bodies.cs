using System.Runtime.CompilerServices;

namespace CoroutineGen.Benchmarks.Groups.Awaiting;

// The bodies: each as a coroutine, and as an async iterator where C# has one.
static partial class Awaiting
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    static int Mix(int value) => value ^ (value >> 3);

    [Coroutine]
    static async Task Counting(int count, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
            await yield(n);
    }

#pragma warning disable CS1998 // It does not await, and that is what is measured.
    static async IAsyncEnumerable<int> CountingIterator(int count)
    {
        for (int n = 0; n < count; n++)
            yield return n;
    }

    static async IAsyncEnumerable<int> MixingIterator(int count)
    {
        for (int n = 0; n < count; n++)
            yield return Mix(n);
    }
#pragma warning restore CS1998

    [Coroutine]
    static async Task Mixing(int count, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
            await yield(Mix(n));
    }

    [Coroutine]
    static async Task Awaits(int count, Task<int> ready, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
            await yield(n + await ready);
    }

    static async IAsyncEnumerable<int> AwaitsIterator(int count, Task<int> ready)
    {
        for (int n = 0; n < count; n++)
            yield return n + await ready;
    }

    [Coroutine]
    static async Task Waits(int count, int each, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
        {
            if (each > 0 && n % each == 0)
                await Task.Yield();
            await yield(n);
        }
    }

    static async IAsyncEnumerable<int> WaitsIterator(int count, int each)
    {
        for (int n = 0; n < count; n++)
        {
            if (each > 0 && n % each == 0)
                await Task.Yield();
            yield return n;
        }
    }

    [Coroutine]
    static async Task Averager(AsyncYield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += await yield(average);
            average = total / n;
        }
    }

    [Coroutine]
    static async Task Leaving(AsyncYield<int> yield)
    {
        try
        {
            await yield(1);
            await yield(2);
        }
        finally
        {
            await Task.CompletedTask;
            s_left++;
        }
    }

    static async IAsyncEnumerable<int> LeavingIterator()
    {
        try
        {
            yield return 1;
            yield return 2;
        }
        finally
        {
            await Task.CompletedTask;
            s_left++;
        }
    }

    static int s_left;

    [Coroutine]
    static async Task Passing(IAsyncEnumerable<int> source, AsyncYield<int> yield)
    {
        await foreach (int n in source)
            await yield(n + 1);
    }

    static async IAsyncEnumerable<int> PassingIterator(IAsyncEnumerable<int> source)
    {
        await foreach (int n in source)
            yield return n + 1;
    }

    [Coroutine]
    static async Task Deep(int depth, int count, int each, AsyncYield<int> yield)
    {
        if (depth == 0)
            await yield.From(Waits(count, each));
        else
            await yield.From(Deep(depth - 1, count, each));
    }

    static async IAsyncEnumerable<int> DeepIterator(int depth, int count, int each)
    {
        await foreach (int n in depth == 0 ? WaitsIterator(count, each) : DeepIterator(depth - 1, count, each))
            yield return n;
    }
}
