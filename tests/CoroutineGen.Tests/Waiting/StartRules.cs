using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 116 to 125: creation and start.</summary>
public sealed class StartRules
{
    private const int Limit = 20_000;

    [Fact(Timeout = Limit)]
    public async Task Rule_116_creating_runs_nothing_and_an_operation_starts_at_its_call()
    {
        List<string> log = [];
        var c = Bodies.Handled(log, Readiness.Pool);
        Assert.Equal(CoroutineState.Created, c.State);
        Assert.Empty(log);
        var moved = c.MoveNextAsync();
        Assert.Equal(["runs"], log);
        Assert.True(await moved);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_117_a_second_operation_is_refused_by_the_call_and_the_first_goes_on()
    {
        var gate = new TaskCompletionSource();
        var c = Bodies.Until(gate.Task);
        var first = c.MoveNextAsync();
        Assert.Equal(CoroutineState.Running, c.State);
        Fails.AtOnce(CoroutineStateReason.Running, () => c.MoveNextAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.NextAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.TrySendAsync(1));
        Fails.AtOnce(CoroutineStateReason.Running, () => c.TryThrowAsync(new FormatException()));
        Fails.AtOnce(CoroutineStateReason.Running, () => c.CloseAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.DisposeAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.PrimeAsync());
        gate.SetResult();
        Assert.True(await first);
        Assert.Equal(7, c.Current);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_118_throwing_into_a_closed_one_gives_the_argument_back_and_a_fresh_one_is_closed_by_it()
    {
        var error = new FormatException();
        List<string> log = [];
        var fresh = Bodies.Handled(log, Readiness.Pool);
        Assert.Same(error, await Fails.InTheTask<FormatException, bool>(() => fresh.TryThrowAsync(error)));
        Assert.Equal(CoroutineState.Closed, fresh.State);
        Assert.Same(error, fresh.Error);
        Assert.Empty(log);
        Assert.Same(error, await Fails.InTheTask<FormatException, int>(() => fresh.ThrowAsync(error)));
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_119_a_yield_while_closing_is_an_ignored_exit_and_the_coroutine_can_be_resumed(Readiness readiness)
    {
        var c = Bodies.CatchesExit(readiness, yields: true);
        await c.MoveNextAsync();
        var error = await Fails.InTheTask<CoroutineStateException>(() => c.CloseAsync());
        Assert.Equal(CoroutineStateReason.IgnoredExit, error.Reason);
        Assert.Equal((CoroutineState.Suspended, 2), (c.State, c.Current));
        Assert.False(await c.MoveNextAsync());
        Assert.Equal("returned later", c.Result);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_120_what_the_body_returns_is_the_result(Readiness readiness)
    {
        var c = Bodies.Sum(2, readiness);
        Assert.True(await c.MoveNextAsync());
        Assert.Equal(1, await c.SendAsync(10));
        Assert.False(await c.TrySendAsync(20));
        Assert.Equal("total 30", c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_121_usage_errors_are_thrown_by_the_call_and_the_bodys_own_are_in_the_task()
    {
        var c = Bodies.Throws(new FormatException(), Readiness.Ready);
        Assert.Throws<ArgumentNullException>(() => { _ = c.TryThrowAsync(null!); });
        Assert.Throws<ArgumentNullException>(() => { _ = c.ThrowAsync(null!); });
        Fails.AtOnce(CoroutineStateReason.NotStarted, () => c.TrySendAsync(1));
        await Fails.InTheTask<FormatException, bool>(() => c.MoveNextAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_122_sending_to_a_fresh_one_is_refused_and_leaves_it_usable()
    {
        var c = Bodies.Sum(1);
        Fails.AtOnce(CoroutineStateReason.NotStarted, () => c.SendAsync(1));
        Assert.Equal(CoroutineState.Created, c.State);
        Assert.Equal(0, await c.NextAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_123_moving_next_is_sending_the_default()
    {
        var c = Bodies.Sum(2);
        await c.MoveNextAsync();
        await c.MoveNextAsync();
        await c.TrySendAsync(5);
        Assert.Equal("total 5", c.Result);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_124_priming_gives_the_coroutine_at_its_first_yield(Readiness readiness)
    {
        var c = Bodies.Sum(1, readiness);
        Assert.Same(c, await c.PrimeAsync());
        Assert.Equal(0, c.Current);
        var again = c.PrimeAsync();
        Assert.True(again.IsCompleted);
        Assert.Same(c, await again);
        await c.CloseAsync();
        await Fails.InTheTask<CoroutineCompletedException, Written<int, int, string>>(() => c.PrimeAsync());
        var empty = Bodies.Sum(0, readiness);
        var ended = await Fails.InTheTask<CoroutineCompletedException, Written<int, int, string>>(() => empty.PrimeAsync());
        Assert.Equal("total 0", ended.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_125_arguments_are_checked_at_the_first_operation()
    {
        var c = Bodies.Throws(new ArgumentException("bad"), Readiness.Ready);
        Assert.Equal(CoroutineState.Created, c.State);
        await Fails.InTheTask<ArgumentException, bool>(() => c.MoveNextAsync());
    }
}
