using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 126 to 134: suspension, where no generator is needed to see it.</summary>
public sealed class SuspensionRules
{
    private const int Limit = 20_000;

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_126_a_yield_hands_out_and_its_value_is_what_is_sent(Readiness readiness)
    {
        var c = Bodies.Sum(2, readiness);
        Assert.Equal(0, await c.NextAsync());
        Assert.Equal(1, await c.SendAsync(3));
        await Fails.InTheTask<CoroutineCompletedException, int>(() => c.SendAsync(4));
        Assert.Equal("total 7", c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_127_a_task_that_is_handed_out_is_not_awaited()
    {
        var never = new TaskCompletionSource<int>().Task;
        var c = new Written<Task<int>, int, string>((own, point, how, sent) => new(own.Out.Yield(1, never)));
        Assert.True(await c.MoveNextAsync());
        Assert.Same(never, c.Current);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_130_a_body_that_awaits_is_running_and_has_no_current_value()
    {
        var gate = new TaskCompletionSource();
        var c = Bodies.Until(gate.Task);
        var moved = c.MoveNextAsync();
        Assert.Equal(CoroutineState.Running, c.State);
        Assert.Equal("Written [Running]", c.ToString());
        Assert.Throws<InvalidOperationException>(() => c.Current);
        gate.SetResult();
        await moved;
        Assert.Equal(7, c.Current);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_131_where_every_await_is_ready_the_operation_completes_at_once_and_allocates_nothing()
    {
        var c = Bodies.Sum(100_000);
        for (int i = 0; i < 1_000; i++)
            Assert.True(await c.MoveNextAsync());
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool all = true;
        for (int i = 0; i < 1_000; i++)
        {
            var moved = c.TrySendAsync(1);
            all &= moved.IsCompletedSuccessfully && await moved;
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(all);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_133_what_an_await_raises_is_caught_where_it_stands_and_handlers_await(Readiness readiness)
    {
        List<string> log = [];
        var c = Bodies.Handled(log, readiness);
        await c.MoveNextAsync();
        Assert.True(await c.TryThrowAsync(new InvalidOperationException("thrown")));
        Assert.Equal(["runs", "thrown", "finally"], log);
        Assert.Equal(2, c.Current);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_134_nothing_is_thrown_into_a_body_that_awaits_but_its_token_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var c = Bodies.Until(Task.Delay(Timeout.Infinite, source.Token));
        var moved = c.MoveNextAsync();
        Fails.AtOnce(CoroutineStateReason.Running, () => c.TryThrowAsync(new FormatException()));
        Fails.AtOnce(CoroutineStateReason.Running, () => c.CloseAsync());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await moved);
        Assert.Equal(CoroutineState.Closed, c.State);
    }
}
