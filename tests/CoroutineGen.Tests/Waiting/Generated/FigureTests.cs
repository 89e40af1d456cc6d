using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>What is promised in numbers, of generated coroutines: bytes, depth, and stack.</summary>
public sealed partial class FigureTests
{
    private const int Limit = 120_000;

    [Coroutine]
    private static async Task Items(int count, Readiness readiness, AsyncYield<int> yield)
    {
        for (int i = 0; i < count; i++)
        {
            await new Wait(readiness);
            await yield(i);
        }
    }

    [Coroutine]
    private static async ValueTask<int> Echo(int depth, AsyncYield<int, int> yield)
    {
        if (depth > 0)
            return await yield.From(Echo(depth - 1));
        int sum = 0;
        try
        {
            while (sum >= 0)
            {
                await Task.CompletedTask;
                sum += await yield(sum) + await new ValueTask<int>(1);
            }
        }
        finally
        {
            await default(ValueTask);
        }
        return sum;
    }

    [Coroutine]
    private static async Task<int> Sink(AsyncReceive<int> receive)
    {
        for (int sum = 0; ;)
            sum += await receive();
    }

    [Coroutine]
    private static async Task OverSynchronous(AsyncYield<int, int> yield) => await yield.From(Counting());

    [Coroutine]
    private static void Counting(Yield<int, int> yield)
    {
        for (int n = 0; ;)
            n += yield(n);
    }

    [Coroutine]
    private static async Task<int> Deep(int depth, Readiness readiness, AsyncYield<int> yield)
    {
        if (depth > 0)
            return 1 + await yield.From(Deep(depth - 1, readiness));
        for (int i = 0; i < 3; i++)
        {
            await new Wait(readiness);
            await yield(i);
        }
        return 0;
    }

    /// <summary>Each operation completes at once; there is an AsyncLocal to flow besides.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(100, false)]
    public async Task No_bytes_for_what_completes_at_once(int depth, bool isFlowing)
    {
        var local = new AsyncLocal<int>();
        if (isFlowing)
            local.Value = 1;
        var echo = await Echo(depth).PrimeAsync();
        Nothing(() => Taken(echo.MoveNextAsync()));
        Nothing(() => Taken(echo.TrySendAsync(2)));
        Nothing(() => Value(echo.NextAsync()));
        Nothing(() => Value(echo.SendAsync(3)));
        Nothing(() => _ = echo.Current);
    }

    [Fact]
    public async Task No_bytes_for_a_consumer_and_over_a_synchronous_coroutine()
    {
        var sink = await Sink().PrimeAsync();
        Nothing(() => Taken(sink.TrySendAsync(2)));
        var over = await OverSynchronous().PrimeAsync();
        Nothing(() => Taken(over.MoveNextAsync()));
        Nothing(() => Taken(over.TrySendAsync(3)));
        Nothing(() => Value(over.SendAsync(3)));
    }

    /// <summary>What is closed at once, its finally block included, allocates nothing either.</summary>
    [Fact]
    public async Task No_bytes_for_a_close_that_completes_at_once()
    {
        var echoes = new EchoCoroutine[50];
        for (int i = 0; i < echoes.Length; i++)
            echoes[i] = await Echo(0).PrimeAsync();
        int next = 0;
        Nothing(
            () =>
            {
                var closing = echoes[next++].CloseAsync();
                Assert.True(closing.IsCompletedSuccessfully);
            },
            rounds: 10);
        Assert.All(echoes.Take(next), e => Assert.Equal(CoroutineState.Closed, e.State));
    }

    /// <summary>An operation that waits has one object, which is used again: only the step's own, and what the awaiter takes, is new.</summary>
    [Fact(Timeout = Limit)]
    public async Task One_promise_for_all_operations_that_wait()
    {
        var items = Items(100, Readiness.Inline);
        for (int i = 0; i < 20; i++)
            Assert.True(await items.MoveNextAsync());
        long least = long.MaxValue;
        for (int i = 0; i < 60; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Taken(items.MoveNextAsync());
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        // Less than a promise alone would take besides.
        Assert.InRange(least, 0, 300);
    }

    [Theory(Timeout = Limit)]
    [InlineData(Readiness.Ready)]
    [InlineData(Readiness.Pool)]
    public async Task Rules_96_and_171_a_million_levels_with_every_item_ready_or_pending(Readiness readiness)
    {
        const int Depth = 1_000_000;
        await Task.Run(async () =>
        {
            var deep = Deep(Depth, readiness);
            for (int i = 0; i < 3; i++)
                Assert.Equal(i, await deep.NextAsync());
            Assert.False(await deep.MoveNextAsync());
            Assert.Equal(Depth, deep.Result);
        });
    }

    [Fact(Timeout = Limit)]
    public async Task A_million_levels_are_closed_with_a_pending_item()
        => await Task.Run(async () =>
        {
            var deep = Deep(1_000_000, Readiness.Pool);
            Assert.True(await deep.MoveNextAsync());
            await deep.CloseAsync();
            Assert.Equal(CoroutineState.Closed, deep.State);
        });

    [Fact(Timeout = Limit)]
    public async Task Rule_163_ten_million_operations_that_complete_at_once_use_no_stack()
    {
        long sum = 0;
        await foreach (int item in Items(10_000_000, Readiness.Ready))
            sum += item;
        Assert.Equal(10_000_000L * 9_999_999 / 2, sum);
    }

    [Theory(Timeout = Limit)]
    [InlineData(Readiness.Inline, 20_000)]
    [InlineData(Readiness.Pool, 20_000)]
    [InlineData(Readiness.Racing, 500)]
    public async Task Rule_163_twenty_thousand_items_that_come_from_elsewhere(Readiness readiness, int count)
        => await Task.Run(async () =>
        {
            int items = 0;
            await foreach (int item in Items(count, readiness))
                Assert.Equal(items++, item);
            Assert.Equal(count, items);
        });

    private static void Taken(ValueTask<bool> operation)
    {
        if (!operation.IsCompletedSuccessfully || !operation.Result)
            throw new InvalidOperationException("It has not yielded at once.");
    }

    private static void Value(ValueTask<int> operation)
    {
        if (!operation.IsCompletedSuccessfully || operation.Result < 0)
            throw new InvalidOperationException("It has not yielded at once.");
    }

    /// <summary>The least of some series: the runtime itself may do something in one of them, an operation of ours would in each.</summary>
    private static void Nothing(Action operation, int rounds = 200)
    {
        long least = long.MaxValue;
        for (int series = 0; series < 5 && least != 0; series++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < rounds; i++)
                operation();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }
}
