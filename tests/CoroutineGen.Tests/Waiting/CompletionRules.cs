using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 135 to 144: completion.</summary>
public sealed class CompletionRules
{
    private const int Limit = 20_000;

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rules_135_and_136_a_return_is_false_or_done_with_the_result(Readiness readiness)
    {
        Assert.False(await Bodies.Sum(0, readiness).MoveNextAsync());
        var done = await Fails.InTheTask<CoroutineCompletedException, int>(() => Bodies.Sum(0, readiness).NextAsync());
        Assert.Equal("total 0", done.Result);
        var c = Bodies.CatchesExit(readiness);
        await c.MoveNextAsync();
        done = await Fails.InTheTask<CoroutineCompletedException, int>(() => c.ThrowAsync(new CoroutineExitException()));
        Assert.Equal("returned", done.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_137_the_result_is_there_from_completion_on()
    {
        var c = Bodies.Sum(0);
        Assert.False(c.HasResult);
        Assert.Throws<InvalidOperationException>(() => c.Result);
        await c.MoveNextAsync();
        Assert.True(c.TryGetResult(out string? result));
        Assert.Equal("total 0", result);
        await c.CloseAsync();
        Assert.Equal("total 0", c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_138_after_the_end_it_is_false_and_done_for_ever()
    {
        var c = Bodies.Sum(0);
        await c.MoveNextAsync();
        Assert.False(await c.MoveNextAsync());
        Assert.False(await c.TrySendAsync(1));
        var done = await Fails.InTheTask<CoroutineCompletedException, int>(() => c.NextAsync());
        Assert.Null(done.Result);
        await Fails.InTheTask<CoroutineCompletedException, int>(() => c.SendAsync(1));
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_139_there_is_no_current_value_where_it_is_not_suspended()
    {
        var c = Bodies.Sum(1);
        Assert.Throws<InvalidOperationException>(() => c.Current);
        await c.MoveNextAsync();
        Assert.Equal(0, c.Current);
        await c.MoveNextAsync();
        Assert.Throws<InvalidOperationException>(() => c.Current);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_140_what_escapes_is_the_very_object_and_closes(Readiness readiness)
    {
        var error = new FormatException();
        var c = Bodies.Throws(error, readiness, yields: true);
        await c.MoveNextAsync();
        Assert.Same(error, await Fails.InTheTask<FormatException, bool>(() => c.MoveNextAsync()));
        Assert.Equal(CoroutineState.Closed, c.State);
        Assert.Same(error, c.Error);
        Assert.True(c.IsCleared);
        Assert.False(await c.MoveNextAsync());
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_141_a_cancellation_that_escapes_cancels_the_task(Readiness readiness)
    {
        var error = new OperationCanceledException("mine");
        var task = Bodies.Throws(error, readiness).MoveNextAsync().AsTask();
        Assert.Same(error, await Assert.ThrowsAsync<OperationCanceledException>(() => task));
        Assert.True(task.IsCanceled);
        var next = Bodies.Throws(error, readiness).NextAsync().AsTask();
        await Assert.ThrowsAsync<OperationCanceledException>(() => next);
        Assert.True(next.IsCanceled);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_142_done_that_escapes_is_leaked(Readiness readiness)
    {
        var done = new CoroutineCompletedException();
        var c = Bodies.Throws(done, readiness);
        var error = await Fails.InTheTask<CoroutineStateException, bool>(() => c.MoveNextAsync());
        Assert.Equal(CoroutineStateReason.LeakedDone, error.Reason);
        Assert.Same(done, error.InnerException);
        Assert.Same(error, c.Error);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_143_a_continuation_that_runs_inline_may_start_the_next_operation(Readiness readiness)
    {
        // Without a context of the test's, continuations run where the body completes the operation: within it.
        int items = await Task.Run(async () =>
        {
            int seen = 0;
            var c = Bodies.Sum(200, readiness);
            while (await c.MoveNextAsync())
            {
                Assert.Equal((CoroutineState.Suspended, seen), (c.State, c.Current));
                seen++;
            }
            Assert.Equal("total 0", c.Result);
            return seen;
        });
        Assert.Equal(200, items);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_144_the_token_of_an_operation_is_refused_once_the_next_has_begun()
    {
        var c = Bodies.Sum(3, Readiness.Pool);
        var first = c.MoveNextAsync();
        await first;
        await c.MoveNextAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await first);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_144_an_operation_is_refused_until_the_answer_of_the_last_one_was_taken()
    {
        var c = Bodies.Sum(3, Readiness.Pool);
        var first = c.MoveNextAsync();
        while (!first.IsCompleted)
            await Task.Yield();
        Fails.AtOnce(CoroutineStateReason.Running, () => c.MoveNextAsync());
        Fails.AtOnce(CoroutineStateReason.Running, () => c.TryThrowAsync(new NotSupportedException()));
        Fails.AtOnce(CoroutineStateReason.Running, () => c.CloseAsync());
        Assert.Equal(CoroutineState.Suspended, c.State);
        Assert.True(await first);
        Assert.True(await c.MoveNextAsync());
    }
}
