using System.Runtime.ExceptionServices;
using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 55 to 70: close.</summary>
public sealed partial class CloseRules
{
    private readonly List<string> _log = [];
    private Coroutine<int>? _self;

    [Coroutine]
    private void Nested(Yield<int> yield)
    {
        _log.Add("runs");
        try
        {
            try
            {
                yield(1);
                _log.Add("not reached");
            }
            finally
            {
                _log.Add("inner");
            }
        }
        finally
        {
            _log.Add("outer");
        }
    }

    [Coroutine]
    private static string CatchesExit(string does, Yield<int, int> yield)
    {
        try
        {
            yield(1);
        }
        catch (CoroutineExitException)
        {
            switch (does)
            {
                case "rethrows":
                    throw;
                case "another":
                    throw new CoroutineExitException();
                case "returns":
                    return "returned";
                case "yields":
                    yield(2);
                    break;
                case "fails":
                    throw new FormatException();
                case "done":
                    throw new CoroutineCompletedException();
            }
        }
        yield(3);
        return "end";
    }

    [Coroutine]
    private static void YieldsInFinally(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        finally
        {
            yield(2);
            yield(3);
        }
    }

    [Coroutine]
    private void CatchesAll(Yield<int> yield)
    {
        try
        {
            try
            {
                yield(1);
            }
            catch (Exception)
            {
                _log.Add("catch (Exception)");
            }
        }
        catch
        {
            _log.Add("catch");
        }
        yield(2);
    }

    [Coroutine]
    private void ClosesItself(Yield<int> yield)
    {
        Refused.For(CoroutineStateReason.Running, () => _self!.Close());
        yield(1);
    }

    [Coroutine]
    private void Raises(Exception error, Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        finally
        {
            if (error is not null)
                throw error;
        }
    }

    private static T Started<T>(T coroutine)
        where T : Coroutine<int>
    {
        coroutine.Next();
        return coroutine;
    }

    [Fact]
    public void Rule_55_A_fresh_one_is_closed_and_nothing_runs()
    {
        var nested = Nested();
        nested.Close();
        Assert.Equal(CoroutineState.Closed, nested.State);
        Assert.False(nested.MoveNext());
        Assert.Empty(_log);
    }

    [Fact]
    public void Rule_56_A_closed_one_stays_as_it_is()
    {
        var catches = Started(CatchesExit("returns"));
        catches.Close();
        catches.Close();
        Assert.Equal("returned", catches.Result);
    }

    [Fact]
    public void Rule_57_Inner_finally_blocks_run_before_outer_ones()
    {
        Started(Nested()).Close();
        Assert.Equal(["runs", "inner", "outer"], _log);
    }

    [Theory]
    [InlineData("rethrows")]
    [InlineData("another")]
    public void Rule_58_An_exit_that_comes_out_is_absorbed(string does)
    {
        var catches = Started(CatchesExit(does));
        catches.Close();
        Assert.Equal(CoroutineState.Closed, catches.State);
        Assert.Null(catches.Error);
        Assert.False(catches.HasResult);
    }

    [Fact]
    public void Rule_59_A_body_that_catches_the_exit_and_returns_has_a_result()
    {
        var catches = Started(CatchesExit("returns"));
        catches.Close();
        Assert.Equal("returned", catches.Result);
    }

    [Fact]
    public void Rule_60_Otherwise_there_is_no_result()
    {
        var fresh = CatchesExit("returns");
        fresh.Close();
        Assert.False(fresh.HasResult);
        Assert.Throws<InvalidOperationException>(() => fresh.Result);
    }

    [Fact]
    public void Rule_61_A_yield_instead_of_the_end_is_an_error()
    {
        Refused.For(CoroutineStateReason.IgnoredExit, Started(CatchesExit("yields")).Close);
        Refused.For(CoroutineStateReason.IgnoredExit, Started(YieldsInFinally()).Close);
    }

    [Fact]
    public void Rule_62_It_is_suspended_there_and_can_be_resumed()
    {
        var catches = Started(CatchesExit("yields"));
        Refused.For(CoroutineStateReason.IgnoredExit, catches.Close);
        Assert.Equal(CoroutineState.Suspended, catches.State);
        Assert.Equal(2, catches.Current);
        Assert.Equal(3, catches.Next());
        Assert.False(catches.MoveNext());
        Assert.Equal("end", catches.Result);
    }

    [Fact]
    public void Rule_62_A_finally_that_yields_goes_on_to_the_exit_that_it_interrupted()
    {
        var finallys = Started(YieldsInFinally());
        Refused.For(CoroutineStateReason.IgnoredExit, finallys.Close);
        Assert.Equal(2, finallys.Current);
        Assert.Equal(3, finallys.Next());
        Assert.Throws<CoroutineExitException>(() => finallys.MoveNext());
        Assert.IsType<CoroutineExitException>(finallys.Error);
    }

    [Fact]
    public void Rule_63_Another_exception_comes_out_and_it_is_closed()
    {
        var catches = Started(CatchesExit("fails"));
        Assert.Throws<FormatException>(catches.Close);
        Assert.Equal(CoroutineState.Closed, catches.State);
        Assert.IsType<FormatException>(catches.Error);

        var error = new FormatException();
        var raises = Started(Raises(error));
        Assert.Same(error, Assert.Throws<FormatException>(raises.Close));
        Assert.Same(error, raises.Error);
    }

    [Fact]
    public void Rule_64_A_Done_while_closing_has_leaked()
        => Refused.For(CoroutineStateReason.LeakedDone, Started(CatchesExit("done")).Close);

    [Fact]
    public void Rule_65_While_running_it_is_refused()
    {
        _self = ClosesItself();
        Assert.Equal(1, _self.Next());
    }

    [Fact]
    public void Rule_66_A_general_catch_does_not_see_an_exit()
    {
        Started(CatchesAll()).Close();
        Assert.Empty(_log);

        var thrown = Started(CatchesAll());
        Assert.Throws<CoroutineExitException>(() => thrown.Throw(new CoroutineExitException()));
        Assert.Empty(_log);

        Assert.Equal(2, Started(CatchesAll()).Throw(new FormatException()));
        Assert.Equal(["catch (Exception)"], _log);
    }

    [Fact]
    public void Rule_67_Finally_blocks_are_left_without_throwing()
    {
        // First-chance exceptions of every thread come here; other tests run at the same time.
        int thread = Environment.CurrentManagedThreadId;
        int thrown = 0;
        EventHandler<FirstChanceExceptionEventArgs> count = (_, e) =>
        {
            if (e.Exception is CoroutineExitException && Environment.CurrentManagedThreadId == thread)
                thrown++;
        };
        var nested = Started(Nested());
        AppDomain.CurrentDomain.FirstChanceException += count;
        try
        {
            nested.Close();
            Assert.Equal(0, thrown);
            Started(CatchesExit("returns")).Close();
            Assert.Equal(1, thrown);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= count;
        }
    }

    [Fact]
    public void Rule_68_Push_style_a_general_catch_meets_the_exit_of_a_callback()
    {
        bool first = true;
        CatchesAll(value =>
        {
            if (first)
            {
                first = false;
                throw new CoroutineExitException();
            }
        });
        Assert.Equal(["catch (Exception)"], _log);
    }

    [Fact]
    public void Rule_69_Dispose_closes_and_can_be_repeated()
    {
        var nested = Started(Nested());
        nested.Dispose();
        nested.Dispose();
        Assert.Equal(["runs", "inner", "outer"], _log);

        var catches = Started(CatchesExit("returns"));
        catches.Dispose();
        Assert.Equal("returned", catches.Result);
    }
}
