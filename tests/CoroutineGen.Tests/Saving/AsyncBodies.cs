using System.Runtime.CompilerServices;
using CoroutineGen.Tests.Waiting.Generated;

namespace CoroutineGen.Tests.Saving;

/// <summary>Asynchronous coroutines of all shapes that can be saved. What they do is supplied anew, and not saved.</summary>
internal static partial class AsyncBodies
{
    [Coroutine(Saveable = true)]
    public static async Task Range(int start, int end, [Supplied] Work work, AsyncYield<int> yield)
    {
        for (int i = start; i < end; i++)
        {
            await work.Do($"before {i}");
            await yield(i);
        }
    }

    /// <summary>Nothing of it waits: its step is that of a synchronous one.</summary>
    [Coroutine(Saveable = true)]
    public static async Task<int> Plain(int end, AsyncYield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < end; i++)
            sum += await yield(i);
        return sum;
    }

    [Coroutine(Saveable = true)]
    public static async ValueTask<string> Averager(int samples, [Supplied] Work work, AsyncYield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; n <= samples; n++)
        {
            total += await yield(average) + await work.Number(0);
            average = total / n;
        }
        return $"average {average} of {await work.Number(samples)}";
    }

    [Coroutine(Saveable = true, Primed = true)]
    public static async Task<int> Consumer([Supplied] Work work, AsyncReceive<int> receive)
    {
        int sum = 0;
    First: int got = await receive();
        while (got > 0)
        {
            sum += await work.Number(got);
        Next: got = await receive().ConfigureAwait(false);
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    public static async Task<string> Handlers([Supplied] Work work, AsyncYield<int, int> yield)
    {
        string log = "";
        for (int i = 0; i < 3; i++)
        {
            try
            {
                await work.Do("try");
                int got = await yield(i);
                if (got == 13)
                    throw new FormatException("thirteen");
                log += got;
            }
            catch (FormatException e) when (e.Message.Length > 3)
            {
                await work.Do("catch");
                string reason = e.Message;
                log += "c" + await yield(100 + i);
                await work.Do("caught " + reason);
            }
            finally
            {
                await work.Do("finally");
            }
        }
        try
        {
            if (await yield(200) == 7)
                return log + "early";
        }
        finally
        {
            await work.Do("outer");
        Inner: await yield(201);
            await work.Do("outer again");
        }
        return log;
    }

    [Coroutine(Saveable = true)]
    public static async Task<int> Loops(List<int> list, int[] array, [Supplied] Work work, AsyncYield<int, int> yield)
    {
        int total = 0;
        foreach (int x in list)
        {
            await work.Do($"list {x}");
            total += await yield(x);
            foreach (int y in array)
                total += await yield(x * y);
        }
        await foreach (int z in Range(0, 3, work))
        {
            if (z == 1)
                continue;
            total += await yield(1000 + z);
        }
        foreach (char c in "ab")
            await yield(c);
        return total;
    }

    [Coroutine(Saveable = true)]
    public static async Task<int> Captured(int n, [Supplied] Work work, AsyncYield<int, int> yield)
    {
        int sum = 0;
        async Task Add(int k)
        {
            await work.Do($"add {k}");
            sum += k;
            n--;
        }
        while (n > 0)
        {
            int got = await yield(sum);
            await Add(got);
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    public static async Task<int> Delegating([Supplied] Work work, AsyncYield<int, int> yield)
    {
        int total = 0;
        var kept = Plain(2);
        try
        {
            total += await yield.From(Middle(2, work));
            await work.Do("between");
            total += await yield.From(kept);
            total += await yield.From(Numbers(2));
        }
        finally
        {
            await work.Do("delegated");
        }
        await yield(total);
        return total + kept.Result;
    }

    [Coroutine(Saveable = true)]
    public static async ValueTask<int> Middle(int times, [Supplied] Work work, AsyncYield<int, int> yield)
    {
        int total = 0;
        for (int i = 0; i < times; i++)
        {
            await work.Do("middle");
            total += await yield.From(Plain(2));
        }
        return total;
    }

    /// <summary>A synchronous one, which an asynchronous one can delegate to.</summary>
    [Coroutine(Saveable = true)]
    public static int Numbers(int end, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < end; i++)
            sum += yield(10 * i);
        return sum;
    }

    [Coroutine(Saveable = true)]
    public static async Task Used([Supplied] Work work, AsyncYield<int> yield)
    {
        await using var range = Range(5, 8, work);
        if (await range.MoveNextAsync())
            await yield(range.Current);
        await using (var other = Range(1, 3, work))
        {
            while (await other.MoveNextAsync())
            {
                int both = other.Current * 2;
                await yield(both);
            }
        }
        await yield.From(range);
    }

    [Coroutine(Saveable = true)]
    public static async Task Listening(
        int end, [EnumeratorCancellation] CancellationToken token, AsyncYield<int> yield)
    {
        for (int i = 0; i < end; i++)
        {
            await Task.Delay(0, token);
            await yield(i);
        }
    }

    [Coroutine(Saveable = true)]
    public static async Task<int> Waiting([Supplied] TaskCompletionSource<int> source, AsyncYield<int, int> yield)
    {
        int first = await yield(1);
        int got = await source.Task;
        int second = await yield(got);
        return first + second;
    }
}
