using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 42 to 54: throw.</summary>
public sealed partial class ThrowRules
{
    private readonly List<string> _log = [];
    private Coroutine<int>? _self;

    [Coroutine]
    private void Plain(Yield<int> yield)
    {
        _log.Add("runs");
        yield(1);
        _log.Add("goes on");
        yield(2);
    }

    [Coroutine]
    private static string Catches(bool yields, Yield<int, int> yield)
    {
        try
        {
            yield(1);
        }
        catch (FormatException error)
        {
            if (yields)
                yield(2);
            return error.Message;
        }
        return "no error";
    }

    [Coroutine]
    private static void Replaces(Exception other, Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        catch (FormatException)
        {
            throw other;
        }
    }

    [Coroutine]
    private void Reenters(Yield<int> yield)
    {
        try
        {
            Refused.For(CoroutineStateReason.Running, () => _self!.Throw(new FormatException()));
        }
        catch (FormatException)
        {
            _log.Add("discarded, and yet here");
        }
        yield(1);
    }

    [Coroutine]
    private static void CatchesDone(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        catch (CoroutineCompletedException)
        {
        }
        yield(2);
    }

    [Coroutine]
    private void Finally(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        finally
        {
            yield(2);
            _log.Add("the rest of finally");
        }
    }

    [Coroutine]
    private static void CatchesExit(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        catch (CoroutineExitException)
        {
            yield(2);
        }
        yield(3);
    }

    [Fact]
    public void Rule_42_On_a_fresh_one_it_is_raised_and_the_body_never_runs()
    {
        var plain = Plain();
        var error = new FormatException();
        Assert.Same(error, Assert.Throws<FormatException>(() => plain.Throw(error)));
        Assert.Equal(CoroutineState.Closed, plain.State);
        Assert.Same(error, plain.Error);
        Assert.False(plain.MoveNext());
        Assert.Empty(_log);
    }

    [Fact]
    public void Rule_43_Not_caught_the_same_object_comes_back()
    {
        var plain = Plain();
        plain.Next();
        var error = new FormatException();
        Assert.Same(error, Assert.Throws<FormatException>(() => plain.Throw(error)));
        Assert.Equal(CoroutineState.Closed, plain.State);
        Assert.Same(error, plain.Error);
        Assert.Equal(["runs"], _log);
    }

    [Fact]
    public void Rule_44_Caught_and_yielding_it_returns_that_value()
    {
        var catches = Catches(true).Prime();
        Assert.Equal(2, catches.Throw(new FormatException()));

        catches = Catches(true).Prime();
        Assert.True(catches.TryThrow(new FormatException()));
        Assert.Equal(2, catches.Current);
    }

    [Fact]
    public void Rule_45_Caught_and_returning_it_is_done()
    {
        var catches = Catches(false).Prime();
        Assert.Equal("caught", Assert.Throws<CoroutineCompletedException>(() => catches.Throw(new FormatException("caught"))).Result);

        catches = Catches(false).Prime();
        Assert.False(catches.TryThrow(new FormatException("caught")));
        Assert.Equal("caught", catches.Result);
    }

    [Fact]
    public void Rule_46_Caught_and_raising_another_that_one_comes_out()
    {
        var other = new InvalidCastException();
        var replaces = Replaces(other);
        replaces.Next();
        Assert.Same(other, Assert.Throws<InvalidCastException>(() => replaces.Throw(new FormatException())));
        Assert.Same(other, replaces.Error);
    }

    [Fact]
    public void Rule_47_On_a_closed_one_it_raises_the_argument()
    {
        var plain = Plain();
        plain.Close();
        var error = new CoroutineCompletedException();
        Assert.Same(error, Assert.Throws<CoroutineCompletedException>(() => plain.TryThrow(error)));
        Assert.Null(plain.Error);
    }

    [Fact]
    public void Rule_48_While_running_it_is_refused_and_the_argument_discarded()
    {
        _self = Reenters();
        Assert.Equal(1, _self.Next());
        Assert.Empty(_log);
    }

    [Fact]
    public void Rule_49_A_Done_that_is_not_caught_has_leaked()
    {
        var plain = Plain();
        plain.Next();
        var done = new CoroutineCompletedException();
        Assert.Same(done, Refused.For(CoroutineStateReason.LeakedDone, () => plain.Throw(done)).InnerException);

        var wrong = Catches(true).Prime();
        Refused.For(CoroutineStateReason.LeakedDone, () => wrong.Throw(done));

        var catches = CatchesDone();
        catches.Next();
        Assert.Equal(2, catches.Throw(done));
    }

    [Fact]
    public void Rule_50_On_a_fresh_one_a_Done_is_raised_as_it_is()
    {
        var done = new CoroutineCompletedException();
        Assert.Same(done, Assert.Throws<CoroutineCompletedException>(() => Plain().Throw(done)));
    }

    [Fact]
    public void Rule_52_Null_is_refused_and_changes_nothing()
    {
        var plain = Plain();
        Assert.Throws<ArgumentNullException>(() => plain.Throw(null!));
        Assert.Throws<ArgumentNullException>(() => plain.TryThrow(null!));
        Assert.Equal(CoroutineState.Created, plain.State);
        plain.Next();
        Assert.Throws<ArgumentNullException>(() => plain.Throw(null!));
        Assert.Equal(2, plain.Next());
    }

    [Fact]
    public void Rule_53_A_second_throw_in_a_finally_replaces_the_first()
    {
        var coroutine = Finally();
        coroutine.Next();
        Assert.Equal(2, coroutine.Throw(new FormatException()));
        var second = new InvalidCastException();
        Assert.Same(second, Assert.Throws<InvalidCastException>(() => coroutine.Throw(second)));
        Assert.Empty(_log);
    }

    [Fact]
    public void Rule_54_A_thrown_exit_may_be_caught_and_followed_by_a_yield()
    {
        var catches = CatchesExit();
        catches.Next();
        Assert.Equal(2, catches.Throw(new CoroutineExitException()));
        Assert.Equal(3, catches.Next());
    }
}
