using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 76 to 92 and 97 to 101: delegation to coroutines and sequences.</summary>
public sealed partial class DelegationRules
{
    private readonly List<string> _log = [];

    [Coroutine]
    private string Inner(Yield<int, int> yield)
    {
        try
        {
            _log.Add($"inner got {yield(1)}");
            _log.Add($"inner got {yield(2)}");
            return "inner's result";
        }
        finally
        {
            _log.Add("inner's finally");
        }
    }

    [Coroutine]
    private string Outer(Coroutine<int, int, string> inner, Yield<int, int> yield)
    {
        try
        {
            _log.Add($"outer got {yield(0)}");
            string result = yield.From(inner);
            _log.Add($"outer got {result ?? "null"}");
            yield(3);
            return $"outer's result after {result}";
        }
        finally
        {
            _log.Add("outer's finally");
        }
    }

    [Coroutine]
    private void Catches(IEnumerable<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
            _log.Add("no error");
        }
        catch (Exception error)
        {
            _log.Add($"{error.GetType().Name} {(error as CoroutineStateException)?.Reason}");
        }
        yield(-1);
    }

    [Coroutine]
    private static void Plain(IEnumerable<int> inner, Yield<int> yield)
    {
        yield.From(inner);
        yield(-1);
    }

    [Coroutine]
    private static int Stubborn(Yield<int> yield)
    {
        for (int n = 1; ; n++)
        {
            try
            {
                yield(n);
            }
            catch (FormatException)
            {
                yield(100);
                return 7;
            }
            catch (CoroutineExitException)
            {
            }
        }
    }

    [Coroutine]
    private void OverStubborn(Yield<int> yield)
    {
        int result = yield.From(Stubborn());
        _log.Add($"{result}");
        yield(result);
    }

    [Coroutine]
    private void Level(string name, Coroutine<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
        }
        finally
        {
            _log.Add(name);
        }
    }

    [Coroutine]
    private void ExitSeen(Coroutine<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
        }
        catch (CoroutineExitException error)
        {
            _log.Add(error.Message);
            throw;
        }
    }

    [Coroutine]
    private static void FailsWhenClosed(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        finally
        {
            throw new InvalidCastException();
        }
    }

    [Coroutine]
    private static void Count(int to, Yield<int> yield)
    {
        for (int n = 1; n <= to; n++)
            yield(n);
    }

    [Coroutine]
    private static int ResultOrDefault(Coroutine<int, Unit, int> inner, Yield<int> yield) => yield.From(inner);

    [Coroutine]
    private static int CountTo(int to, Yield<int> yield)
    {
        for (int n = 1; n <= to; n++)
            yield(n);
        return to * 10;
    }

    [Coroutine]
    private void Sends(IEnumerable<int> inner, Yield<int, int> yield)
    {
        yield.From(inner);
        _log.Add($"got {yield(-1)}");
    }

    private IEnumerable<int> Sequence()
    {
        try
        {
            yield return 1;
            yield return 2;
        }
        finally
        {
            _log.Add("disposed");
        }
    }

    private static T Started<T>(T coroutine)
        where T : Coroutine<int>
    {
        coroutine.Next();
        return coroutine;
    }

    [Fact]
    public void Rule_76_to_79_Values_pass_down_and_up_and_the_result_is_the_value_of_the_expression()
    {
        var outer = Outer(Inner()).Prime();
        Assert.Equal(1, outer.Send(10));
        Assert.Equal(["outer got 10"], _log);
        Assert.Equal(2, outer.Send(20));
        Assert.Equal(["outer got 10", "inner got 20"], _log);
        Assert.Equal(3, outer.Next());
        Assert.Equal(["inner got 0", "inner's finally", "outer got inner's result"], _log[2..]);
        Assert.False(outer.MoveNext());
        Assert.Equal("outer's result after inner's result", outer.Result);
    }

    [Fact]
    public void Rule_80_An_exception_of_the_inner_one_can_be_caught_at_the_delegation()
    {
        var inner = Count(1);
        var catches = Catches(inner);
        catches.Next();
        Assert.Equal(-1, catches.Throw(new FormatException()));
        Assert.Equal(["FormatException "], _log);
        Assert.IsType<FormatException>(inner.Error);
    }

    [Fact]
    public void Rule_81_and_82_A_throw_goes_to_the_inner_one_which_may_yield_or_return()
    {
        var outer = Started(OverStubborn());
        Assert.Equal(100, outer.Throw(new FormatException()));
        Assert.NotNull(outer.Delegate);
        Assert.Equal(7, outer.Next());
        Assert.Equal(["7"], _log);
    }

    [Fact]
    public void Rule_83_A_thrown_exit_closes_the_inner_one_and_is_raised_outside()
    {
        var inner = Inner();
        var outer = Started(ExitSeen(inner));
        var exit = new CoroutineExitException("mine");
        Assert.Same(exit, Assert.Throws<CoroutineExitException>(() => outer.Throw(exit)));
        Assert.Equal(["inner's finally", "mine"], _log);
        Assert.Equal(CoroutineState.Closed, inner.State);
        Assert.Null(inner.Error);
        Assert.Same(exit, outer.Error);
    }

    [Fact]
    public void Rule_84_and_88_Closing_goes_from_the_innermost_outwards()
    {
        var outer = Started(Level("a", Level("b", Level("c", Inner()))));
        outer.Close();
        Assert.Equal(["inner's finally", "c", "b", "a"], _log);
    }

    [Fact]
    public void Rule_85_A_value_that_the_inner_one_returns_when_closed_is_dropped()
    {
        var returns = ReturnsWhenClosed();
        var outer = Started(Level("outer", returns));
        outer.Close();
        Assert.Equal(5, returns.Result);
        Assert.Equal(["outer"], _log);
    }

    [Coroutine]
    private static int ReturnsWhenClosed(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        catch (CoroutineExitException)
        {
            return 5;
        }
        return 0;
    }

    [Fact]
    public void Rule_86_An_exception_while_the_inner_one_is_closed_is_raised_at_the_delegation()
    {
        var outer = Started(Catches(FailsWhenClosed()));
        Refused.For(CoroutineStateReason.IgnoredExit, outer.Close);
        Assert.Equal(["InvalidCastException "], _log);
        Assert.Equal(-1, outer.Current);

        var plain = Started(Plain(FailsWhenClosed()));
        Assert.Throws<InvalidCastException>(plain.Close);
        Assert.IsType<InvalidCastException>(plain.Error);
    }

    [Fact]
    public void Rule_87_An_inner_one_that_ignores_the_exit_is_an_error_at_the_delegation()
    {
        var stubborn = Stubborn();
        var outer = Started(Catches(stubborn));
        Refused.For(CoroutineStateReason.IgnoredExit, outer.Close);
        Assert.Equal(["CoroutineStateException IgnoredExit"], _log);
        Assert.Equal(2, stubborn.Current);
        Assert.Equal(3, stubborn.Next());
        Assert.False(outer.MoveNext());
    }

    [Coroutine]
    private static void DelegatesInstead(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        catch (CoroutineExitException)
        {
            yield.From(Count(2));
        }
        yield(3);
    }

    [Fact]
    public void Rule_61_and_62_An_exit_that_is_answered_by_a_delegation_is_ignored()
    {
        var outer = Started(DelegatesInstead());
        Refused.For(CoroutineStateReason.IgnoredExit, outer.Close);
        Assert.Equal(1, outer.Current);
        Assert.NotNull(outer.Delegate);
        Assert.Equal(2, outer.Next());
        Assert.Equal(3, outer.Next());

        var inner = DelegatesInstead();
        var plain = Started(Plain(inner));
        Refused.For(CoroutineStateReason.IgnoredExit, plain.Close);
        Assert.Equal(CoroutineState.Closed, plain.State);
        Assert.Equal(1, inner.Current);
        Assert.Equal(2, inner.Next());
    }

    [Fact]
    public void Rule_89_A_finished_one_gives_default_at_once()
    {
        var inner = CountTo(1);
        Assert.Equal([1], inner.ToArray());
        var outer = ResultOrDefault(inner);
        Assert.False(outer.MoveNext());
        Assert.Equal(10, inner.Result);
        Assert.Equal(0, outer.Result);
    }

    [Fact]
    public void Rule_90_A_partly_advanced_one_goes_on()
    {
        var inner = Started(CountTo(3));
        var outer = ResultOrDefault(inner);
        Assert.Equal([2, 3], outer.ToArray());
        Assert.Equal(30, outer.Result);
    }

    [Fact]
    public void Rule_91_Two_outers_share_an_inner_one_and_the_loser_gets_default()
    {
        var inner = CountTo(4);
        var first = ResultOrDefault(inner);
        var second = ResultOrDefault(inner);
        Assert.Equal([1, 2, 3, 4], new[] { first.Next(), second.Next(), first.Next(), second.Next() });
        Assert.False(first.MoveNext());
        Assert.Equal(40, first.Result);
        Assert.Equal(4, second.Current);
        Assert.False(second.MoveNext());
        Assert.Equal(0, second.Result);
    }

    [Fact]
    public void Rule_92_Closing_one_sharer_closes_the_inner_one()
    {
        var inner = CountTo(4);
        var first = Started(ResultOrDefault(inner));
        var second = Started(ResultOrDefault(inner));
        first.Close();
        Assert.Equal(CoroutineState.Closed, inner.State);
        Assert.False(second.MoveNext());
        Assert.Equal(0, second.Result);
    }

    [Fact]
    public void Rule_97_Null_is_an_error_inside_the_body()
    {
        Assert.Equal([-1], Catches(null!).ToArray());
        Assert.Equal(["ArgumentNullException "], _log);
        Assert.Throws<ArgumentNullException>(() => Plain(null!).MoveNext());
    }

    [Fact]
    public void Rule_98_and_99_A_plain_sequence_hands_out_its_values_and_receives_nothing()
    {
        var sends = Sends(Sequence()).Prime();
        Assert.Equal(1, sends.Current);
        Assert.Equal(2, sends.Send(10));
        Assert.Equal(-1, sends.Send(20));
        Assert.Equal(["disposed"], _log);
        Assert.False(sends.TrySend(30));
        Assert.Equal(["disposed", "got 30"], _log);
    }

    [Fact]
    public void Rule_99_A_value_goes_down_only_as_far_as_every_link_receives_it()
    {
        var inner = Inner();
        var sends = Sends(Plain(inner)).Prime();
        Assert.Equal(2, sends.Send(10));
        Assert.Equal(["inner got 0"], _log);

        _log.Clear();
        var direct = Sends(Inner()).Prime();
        Assert.Equal(2, direct.Send(10));
        Assert.Equal(["inner got 10"], _log);
    }

    [Coroutine]
    private void FirstDirectlyThenNot(Yield<int, int> yield)
    {
        yield.From(Inner());
        yield.From(Plain(Inner()));
    }

    [Fact]
    public void Rule_99_What_one_delegation_receives_says_nothing_about_the_next()
    {
        var outer = FirstDirectlyThenNot().Prime();
        outer.Send(10);
        outer.Send(20);
        Assert.Equal(["inner got 10", "inner got 20", "inner's finally"], _log);
        Assert.Equal(2, outer.Send(30));
        Assert.Equal("inner got 0", _log[3]);
    }

    [Fact]
    public void Rule_100_A_throw_over_a_plain_sequence_disposes_it_and_is_raised_at_the_delegation()
    {
        var catches = Started(Catches(Sequence()));
        Assert.Equal(-1, catches.Throw(new FormatException()));
        Assert.Equal(["disposed", "FormatException "], _log);

        _log.Clear();
        Started(Level("outer", Plain(Sequence()))).Close();
        Assert.Equal(["disposed", "outer"], _log);
    }

    [Fact]
    public void Rule_101_A_Done_that_is_thrown_over_a_plain_sequence_is_raised_at_the_delegation()
    {
        var catches = Started(Catches(Sequence()));
        Assert.Equal(-1, catches.Throw(new CoroutineCompletedException()));
        Assert.Equal(["disposed", "CoroutineCompletedException "], _log);
        Refused.For(CoroutineStateReason.LeakedDone, () => Started(Plain(Sequence())).Throw(new CoroutineCompletedException()));
    }
}
