using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 145 to 155: throwing and closing.</summary>
public sealed class CloseRules
{
    private const int Limit = 20_000;

    private readonly List<string> _log = [];

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_145_an_exception_is_raised_at_the_yield_and_handlers_may_await(Readiness readiness)
    {
        var c = Bodies.Handled(_log, readiness);
        await c.MoveNextAsync();
        Assert.Equal(2, await c.ThrowAsync(new InvalidOperationException("thrown")));
        Assert.Equal(["runs", "thrown", "finally"], _log);
        var other = Bodies.Handled(_log, readiness);
        await other.MoveNextAsync();
        var error = new FormatException();
        Assert.Same(error, await Fails.InTheTask<FormatException, bool>(() => other.TryThrowAsync(error)));
        Assert.Equal("finally", _log[^1]);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_146_where_nothing_surrounds_the_yield_the_body_is_not_entered()
    {
        var c = Bodies.Sum(2, Readiness.Pool);
        await c.MoveNextAsync();
        var error = new FormatException();
        var task = c.TryThrowAsync(error);
        Assert.True(task.IsFaulted);
        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(async () => await task));
        Assert.True(c.IsCleared);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_147_closing_a_fresh_or_closed_one_runs_nothing()
    {
        var c = Bodies.Handled(_log, Readiness.Pool);
        Assert.True(c.CloseAsync().IsCompletedSuccessfully);
        Assert.True(c.CloseAsync().IsCompletedSuccessfully);
        Assert.Empty(_log);
        Assert.False(c.HasResult);
        Assert.False(await c.MoveNextAsync());
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_148_a_close_waits_for_what_finally_blocks_await(Readiness readiness)
    {
        var c = Bodies.Handled(_log, readiness);
        await c.MoveNextAsync();
        await c.CloseAsync();
        Assert.Equal(["runs", "finally"], _log);
        Assert.Equal(CoroutineState.Closed, c.State);
        Assert.Null(c.Error);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_149_no_exception_is_thrown_for_closing_even_after_a_finally_has_awaited(Readiness readiness)
    {
        int thrown = 0;
        // Other tests close their coroutines at the same time: only what happens in the contexts of this one counts.
        var isHere = new AsyncLocal<bool> { Value = true };
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
        {
            if (isHere.Value && e.Exception is CoroutineExitException && e.Exception.StackTrace?.Contains(nameof(Bodies), StringComparison.Ordinal) == true)
                Interlocked.Increment(ref thrown);
        }
        var c = Bodies.Handled(_log, readiness);
        await c.MoveNextAsync();
        AppDomain.CurrentDomain.FirstChanceException += Count;
        await c.CloseAsync();
        AppDomain.CurrentDomain.FirstChanceException -= Count;
        Assert.Equal(0, thrown);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_150_what_a_finally_raises_while_closing_is_in_the_task_and_an_exit_is_absorbed(Readiness readiness)
    {
        var error = new FormatException();
        var c = Bodies.CatchesExit(readiness, raises: error);
        await c.MoveNextAsync();
        Assert.Same(error, await Fails.InTheTask<FormatException>(() => c.CloseAsync()));
        Assert.Same(error, c.Error);
        var exits = Bodies.CatchesExit(readiness, raises: new CoroutineExitException());
        await exits.MoveNextAsync();
        await exits.CloseAsync();
        Assert.Equal((CoroutineState.Closed, null, false), (exits.State, exits.Error, exits.HasResult));
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_151_a_body_that_catches_the_exit_and_returns_has_a_result(Readiness readiness)
    {
        var c = Bodies.CatchesExit(readiness);
        await c.MoveNextAsync();
        await c.CloseAsync();
        Assert.Equal("returned", c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rules_152_and_155_a_second_close_is_refused_while_the_first_runs_and_never_waits()
    {
        var c = Bodies.Handled(_log, Readiness.Pool, during: () => Thread.Sleep(100));
        await c.MoveNextAsync();
        var closing = c.CloseAsync();
        Fails.AtOnce(CoroutineStateReason.Running, () => c.CloseAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.MoveNextAsync());
        await closing;
        Assert.True(c.CloseAsync().IsCompletedSuccessfully);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_153_await_foreach_and_await_using_close(Readiness readiness)
    {
        await foreach (int _ in Bodies.Handled(_log, readiness))
            break;
        Assert.Equal(["runs", "finally"], _log);
        await using (var c = Bodies.Handled(_log, readiness))
            await c.MoveNextAsync();
        Assert.Equal(["runs", "finally", "runs", "finally"], _log);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_154_one_that_is_left_suspended_never_runs_its_finally_blocks()
    {
        await Leave(_log);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(["runs"], _log);

        static async Task Leave(List<string> log) => await Bodies.Handled(log, Readiness.Ready).MoveNextAsync();
    }
}
