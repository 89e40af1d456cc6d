using CoroutineGen.Tests.Waiting;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// ConfigureAwait of an asynchronous coroutine, which C# otherwise cannot choose: it is a sequence, and can be disposed of, and for both there
/// is an extension method of that name.
/// </summary>
public sealed partial class ConfigureAwaitTests
{
    private const int Limit = 60_000;

    /// <summary>Awaits what is completed when the pump has nothing else to do: so each operation is awaited before it is over.</summary>
    [Coroutine]
    private static async Task Numbers(Pump pump, List<string> log, AsyncYield<int> yield, CancellationToken token = default)
    {
        try
        {
            for (int i = 0; i < 3; i++)
            {
                token.ThrowIfCancellationRequested();
                await Later(pump).ConfigureAwait(false);
                await yield(i);
            }
        }
        finally
        {
            await Later(pump).ConfigureAwait(false);
            log.Add("left");
        }
    }

    private static Task Later(Pump pump)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pump.Post(_ => gate.SetResult(), null);
        return gate.Task;
    }

    [Theory(Timeout = Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loop_goes_on_where_it_says(bool isCaptured)
    {
        using var pump = new Pump();
        List<string> log = [];
        List<int> seen = [];
        await pump.Run(async () =>
        {
            await foreach (int i in Numbers(pump, log).ConfigureAwait(isCaptured))
            {
                Assert.Equal(isCaptured, pump.IsHere);
                seen.Add(i);
            }
            Assert.Equal(isCaptured, pump.IsHere);
        });
        Assert.Equal([0, 1, 2], seen);
        Assert.Equal(["left"], log);
    }

    [Theory(Timeout = Limit)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_does_what_disposes(bool isCaptured)
    {
        using var pump = new Pump();
        List<string> log = [];
        await pump.Run(async () =>
        {
            var numbers = Numbers(pump, log);
            await using (numbers.ConfigureAwait(isCaptured))
                Assert.True(await numbers.MoveNextAsync());
            Assert.Equal(isCaptured, pump.IsHere);
            Assert.Equal(CoroutineState.Closed, numbers.State);
        });
        Assert.Equal(["left"], log);
    }

    [Fact(Timeout = Limit)]
    public async Task A_token_reaches_the_body_in_either_order()
    {
        using var pump = new Pump();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        List<string> log = [];
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in Numbers(pump, log).ConfigureAwait(false).WithCancellation(source.Token))
                Assert.Fail("cancelled before the first");
        });
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in Numbers(pump, log).WithCancellation(source.Token).ConfigureAwait(false))
                Assert.Fail("cancelled before the first");
        });
        Assert.Equal(["left", "left"], log);
    }

    /// <summary>Within a coroutine too, around a yield.</summary>
    [Coroutine]
    private static async Task Doubled(Pump pump, List<string> log, AsyncYield<int> yield)
    {
        await foreach (int i in Numbers(pump, log).ConfigureAwait(false))
            await yield(2 * i);
    }

    [Fact(Timeout = Limit)]
    public async Task A_body_uses_it_around_a_yield()
    {
        using var pump = new Pump();
        List<string> log = [];
        await foreach (int i in Doubled(pump, log))
        {
            log.Add($"{i}");
            if (i == 2)
                break;
        }
        Assert.Equal(["0", "2", "left"], log);
    }
}
