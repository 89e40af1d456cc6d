using Xunit;

namespace CoroutineGen.Tests.Regressions;

/// <summary>
/// The guard around a step only looks at exceptions in passing (see <c>DirectMoveNext</c>): what it sees may still be replaced within the body.
/// </summary>
public sealed partial class GuardTests
{
    [Coroutine]
    private static string Replaces(bool ignoresClose, Yield<int> yield)
    {
        try
        {
            try
            {
                Fail("first");
            }
            finally
            {
                Fail("second");
            }
        }
        catch (InvalidOperationException error) when (error.Message == "second")
        {
        }
        if (ignoresClose)
            yield(1);
        return "returned";
    }

    private static void Fail(string message) => throw (message == "first" ? new FormatException(message) : new InvalidOperationException(message));

    [Fact]
    public void An_exception_that_a_finally_block_replaces_is_not_the_error_of_the_coroutine()
    {
        var direct = Replaces(false);
        Assert.False(direct.MoveNext());
        Assert.Null(direct.Error);
        Assert.Equal("returned", direct.Result);

        var suspended = Replaces(true);
        Assert.True(suspended.MoveNext());
        Assert.Equal(CoroutineState.Suspended, suspended.State);
        Assert.Null(suspended.Error);
        Assert.False(suspended.MoveNext());
        Assert.Equal("returned", suspended.Result);
    }

    [Coroutine]
    private string SeenInside(List<CoroutineState> states, Yield<int> yield)
    {
        yield(1);
        try
        {
            Fail("first");
        }
        finally
        {
            states.Add(_running!.State);
        }
        return "";
    }

    private Coroutine<int>? _running;

    [Fact]
    public void A_finally_block_on_the_way_out_still_runs_in_a_running_coroutine()
    {
        var states = new List<CoroutineState>();
        var coroutine = SeenInside(states);
        _running = coroutine;
        coroutine.MoveNext();
        var error = Assert.Throws<FormatException>(() => coroutine.MoveNext());
        Assert.Equal([CoroutineState.Running], states);
        Assert.Same(error, coroutine.Error);
        Assert.Equal(CoroutineState.Closed, coroutine.State);
    }

    [Coroutine]
    private static string ReturnsAndExits(Yield<int> yield)
    {
        try
        {
            try
            {
                yield(1);
            }
            catch (CoroutineExitException)
            {
                return "returned";
            }
        }
        finally
        {
            Leave();
        }
        return "never";
    }

    private static void Leave() => throw new CoroutineExitException();

    [Fact]
    public void A_result_that_an_exit_takes_back_is_gone_although_close_absorbs_the_exit()
    {
        var coroutine = ReturnsAndExits();
        coroutine.MoveNext();
        coroutine.Close();
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.Null(coroutine.Error);
        Assert.False(coroutine.HasResult);
    }

    [Coroutine]
    private static void Disposes(Func<IDisposable> self, Yield<int> yield)
    {
        yield(1);
        self().Dispose();
        yield(2);
    }

    [Fact]
    public void Disposing_in_the_middle_of_a_step_is_refused_and_the_body_gets_the_error()
    {
        Coroutine<int>? coroutine = null;
        coroutine = Disposes(() => coroutine!);
        coroutine.MoveNext();
        var error = Assert.Throws<CoroutineStateException>(() => coroutine.MoveNext());
        Assert.Equal(CoroutineStateReason.Running, error.Reason);
        Assert.Same(error, coroutine.Error);
    }

    [Coroutine]
    private static void Leaks(Yield<int> yield)
    {
        yield(1);
        Done();
    }

    private static void Done() => throw new CoroutineCompletedException();

    [Fact]
    public void A_completed_exception_that_leaks_in_a_foreach_is_replaced()
    {
        int sum = 0;
        var error = Assert.Throws<CoroutineStateException>(() =>
        {
            foreach (int n in Leaks())
                sum += n;
        });
        Assert.Equal(CoroutineStateReason.LeakedDone, error.Reason);
        Assert.IsType<CoroutineCompletedException>(error.InnerException);
        Assert.Equal(1, sum);
    }
}
