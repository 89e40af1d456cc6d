namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>Asynchronous coroutines of all shapes: each is run push-style, and as what is generated of it.</summary>
internal static partial class Bodies
{
    [Coroutine]
    public static async Task Range(int start, int end, Work work, AsyncYield<int> yield)
    {
        for (int i = start; i < end; i++)
        {
            await work.Do($"before {i}");
            await yield(i);
        }
    }

    [Coroutine]
    public static async ValueTask<string> Averager(int samples, Work work, AsyncYield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; n <= samples; n++)
        {
            total += await yield(average) + await work.Number(0);
            average = total / n;
        }
        return $"average {average} of {await work.Number(samples)}";
    }

    [Coroutine]
    public static async Task<int> Consumer(Work work, AsyncReceive<int> receive)
    {
        int sum = 0;
        for (int got = await receive(); got > 0; got = await receive().ConfigureAwait(false))
            sum += await work.Number(got);
        return sum;
    }

    [Coroutine]
    public static async ValueTask Nothing(Work work, AsyncYield<int> yield)
    {
        await work.Do("only work");
        if (work.Never)
            await yield(1);
    }

    [Coroutine]
    public static async Task<string> Positions(Work work, AsyncYield<int, int> yield)
    {
        // An await left of a yield, right of it, around it, within it.
        int a = await work.Number(1) + await yield(10) * await work.Number(2);
        int b = await work.Number(await yield(await work.Number(20)));
        var (c, d) = (await yield(30), await work.Number(3));
        string text = $"{await work.Number(4)} and {await yield(40)}";
        int[] items = [await work.Number(5), await yield(50), .. await work.Numbers(2)];
        items[await work.Number(0)] += await yield(60) + await work.Number(1);
        bool both = await work.Number(1) > 0 && await yield(70) > 0 && await work.Number(1) > 0;
        int chosen = both ? await work.Number(await yield(80)) : -1;
        string? maybe = (await work.Text(await yield(90)))?.Trim();
        int kind = await yield(100) switch { > 50 when true => await work.Number(7), _ => await work.Number(8) };
        object o = new List<int>(await work.Number(4)) { await work.Number(1), await yield(110) };
        return $"{a} {b} {c} {d} {text} {string.Join(",", items)} {both} {chosen} {maybe} {kind} {((List<int>)o).Count}";
    }

    [Coroutine]
    public static async Task<string> Handlers(Work work, AsyncYield<int, int> yield)
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
                log += "c" + await yield(100 + i);
                await work.Do("caught");
            }
            finally
            {
                await work.Do("finally");
            }
        }
        try
        {
            await yield(200);
        }
        finally
        {
            await work.Do("outer");
            await yield(201);
            await work.Do("outer again");
        }
        return log;
    }

    [Coroutine]
    public static async Task<int> AwaitForEach(Work work, AsyncYield<int, int> yield)
    {
        int total = 0;
        await foreach (int x in work.Items(5))
        {
            if (x == 1)
                continue;
            if (x == 4)
                break;
            total += await yield(x);
        }
        await foreach (int y in work.Items(2))
            total += y;
        await foreach (var (left, right) in work.Pairs(await yield(1000)).ConfigureAwait(false))
            await yield(left * right);
        return total;
    }

    [Coroutine]
    public static async Task AwaitUsing(Work work, AsyncYield<int> yield)
    {
        await using var all = work.Resource("all");
        await using (work.Resource("one"))
        await using (var two = work.Resource("two"))
        {
            await yield(two.Length);
        }
        await using (work.Resource("configured").ConfigureAwait(false))
            await yield(2);
        using (var plain = work.Plain("plain"))
        {
            await work.Do("held");
            await yield(3);
        }
        foreach (int i in work.Sequence(2))
        {
            await work.Do("in foreach");
            await yield(i);
        }
    }

    [Coroutine]
    public static async Task<string> Closures(Work work, AsyncYield<Func<int>, int> yield)
    {
        var all = new List<Func<int>>();
        for (int i = 0; i < 3; i++)
        {
            int copy = i;
            all.Add(() => copy);
            copy += await yield(() => copy * 10);
            Func<Task<int>> later = async () => await work.Number(copy);
            copy += await later() + await Local(copy);
        }
        return string.Join(",", all.Select(f => f()));

        async Task<int> Local(int n) => await work.Number(n) + 1;
    }

    [Coroutine]
    public static async Task<T> Generic<T, TList>(T seed, TList list, AsyncYield<T, T> yield)
        where TList : IList<T>
    {
        list.Add(seed);
        await Task.Yield();
        list.Add(await yield(list[0]));
        return list[^1];
    }

    [Coroutine]
    public static async Task Token(CancellationToken token, Work work, AsyncYield<int> yield)
    {
        for (int i = 0; ; i++)
        {
            token.ThrowIfCancellationRequested();
            await work.Do("turn");
            await yield(i);
        }
    }

    [Coroutine(Primed = true)]
    public static async Task<int> Primed(Work work, AsyncYield<int, int> yield)
    {
        await work.Do("first");
        return await yield(1) + await yield(2);
    }

    [Coroutine]
    public static async Task<string> Delegating(Work work, AsyncYield<int, int> yield)
    {
        await work.Do("before");
        string one = await yield.From(Handlers(work));
        await yield.From(work.Items(3));
        await yield.From(Enumerable.Range(50, 2));
        string two = await yield.From(Sync(7)).ConfigureAwait(false);
        await yield.From(work.Items(2).WithCancellation(default));
        await yield.From(Range(0, 2, work));
        return one + two;
    }

    [Coroutine]
    private static string Sync(int n, Yield<int, int> yield) => $"{yield(n)},{yield(n + 1)}";

    [Coroutine]
    public static async Task<int> Recursive(int depth, Work work, AsyncYield<int> yield)
    {
        await work.Do("depth " + depth);
        await yield(depth);
        return depth == 0 ? 0 : 1 + await yield.From(Recursive(depth - 1, work));
    }

    [Coroutine]
    public static async Task<string> Expression(Work work, AsyncYield<int, int> yield)
        => (await yield(await work.Number(1))).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>C# evaluates all holes of a string that awaits, and formats them at its end.</summary>
    [Coroutine]
    public static async Task<string> Formatted(Work work, AsyncYield<int, int> yield)
    {
        var loud = new Work.Loud(work);
        string last = $"{loud}{work.Seen(await yield(1))}";
        string first = $"{await yield(2)}{loud}{work.Seen(3)}";
        string amid = $"{loud,4}{await yield(3)}{work.Seen(4)} {loud} {work.Seen(5)}{6}";
        string besides = $"{loud}{await yield(4)}{loud}{work.Seen(7)}{await work.Number(8)}";
        string two = $"{await yield(5)}{loud}{await yield(6)}{work.Seen(9)}{loud}";
        return $"{last} {first} {amid} {besides} {two}";
    }
}
