using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 1 to 11: creation and start.</summary>
public sealed partial class CreationRules
{
    private readonly List<string> _log = [];

    [Coroutine]
    private void Logged(Yield<int> yield)
    {
        _log.Add("runs");
        yield(1);
        _log.Add("ends");
    }

    [Coroutine]
    private static void Guarded(string text, Yield<char> yield)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (char c in text)
            yield(c);
    }

    [Coroutine]
    private static string Averager(int samples, Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; n <= samples; n++)
        {
            total += yield(average);
            average = total / n;
        }
        return $"average {average}";
    }

    [Coroutine]
    private static void Echo(Yield<string, string> yield)
    {
        string got = yield("first");
        for (; ; )
            got = yield(got ?? "null");
    }

    [Coroutine]
    private static int Silent(bool yields, Yield<int, int> yield)
    {
        if (yields)
            yield(1);
        return 42;
    }

    [Coroutine]
    private static int WithoutYield(Yield<int> yield) => 7;

    [Coroutine]
    private void Primer(Yield<int, int> yield)
    {
        Refused.For(CoroutineStateReason.Running, () => _self!.Prime());
        yield(1);
    }

    private Coroutine<int, int>? _self;

    [Coroutine(Primed = true)]
    private static void Ready(Yield<int, int> yield)
    {
        for (int got = 0; ;)
            got = yield(got + 1);
    }

    [Fact]
    public void Rule_1_A_call_runs_nothing_of_the_body()
    {
        var logged = Logged();
        Assert.Empty(_log);
        logged.MoveNext();
        Assert.Equal(["runs"], _log);
    }

    [Fact]
    public void Rule_2_A_guard_in_the_body_runs_at_the_first_resume()
    {
        var guarded = Guarded(null!);
        Assert.Throws<ArgumentNullException>(() => guarded.MoveNext());
    }

    [Fact]
    public void Rule_3_Every_call_gives_a_fresh_object()
    {
        var first = Logged();
        var second = Logged();
        first.MoveNext();
        Assert.NotSame(first, second);
        Assert.Equal(CoroutineState.Created, second.State);
    }

    [Fact]
    public void Rule_4_A_new_object_is_created() => Assert.Equal(CoroutineState.Created, Logged().State);

    [Fact]
    public void Rule_5_MoveNext_Next_and_Prime_run_to_the_first_yield()
    {
        var moved = Echo();
        Assert.True(moved.MoveNext());
        Assert.Equal("first", moved.Current);

        Assert.Equal("first", Echo().Next());

        var primed = Echo();
        Assert.Same(primed, primed.Prime());
        Assert.Equal("first", primed.Current);
        Assert.Equal(CoroutineState.Suspended, primed.State);
    }

    [Fact]
    public void Rule_5_A_primed_factory_returns_it_at_its_first_yield()
    {
        var ready = Ready();
        Assert.Equal(CoroutineState.Suspended, ready.State);
        Assert.Equal(1, ready.Current);
        Assert.Equal(6, ready.Send(5));
    }

    [Fact]
    public void Rule_6_Prime_does_nothing_when_suspended()
    {
        var echo = Echo().Prime();
        echo.Send("a");
#pragma warning disable CORO3007 // It is what is tested.
        Assert.Same(echo, echo.Prime());
#pragma warning restore CORO3007
        Assert.Equal("a", echo.Current);
    }

    [Fact]
    public void Rule_6_Prime_of_a_running_one_is_refused()
    {
        _self = Primer();
        Assert.Equal(1, _self.Next());
    }

    [Fact]
    public void Rule_6_Prime_of_a_body_that_ends_before_its_first_yield_is_done()
    {
        var silent = Silent(false);
        Assert.Equal(42, Assert.Throws<CoroutineCompletedException>(() => silent.Prime()).Result);
        Assert.Throws<CoroutineCompletedException>(() => silent.Prime());
        Assert.Equal(42, silent.Result);
    }

    [Fact]
    public void Rule_7_A_send_to_a_fresh_one_is_refused_and_changes_nothing()
    {
        var averager = Averager(2);
        Refused.For(CoroutineStateReason.NotStarted, () => averager.Send(10));
        Refused.For(CoroutineStateReason.NotStarted, () => averager.TrySend(10));
        Assert.Equal(CoroutineState.Created, averager.State);

        averager.Prime();
        Assert.Equal(10, averager.Send(10));
        Assert.False(averager.TrySend(20));
        Assert.Equal("average 15", averager.Result);
    }

    /// <summary>Nothing in it can fail, so it is sent to without a guard.</summary>
    [Coroutine]
    private static int Total(int samples, Yield<int, int> yield)
    {
        int total = 0;
        for (int n = 0; n < samples; n++)
            total += yield(total);
        return total;
    }

    [Fact]
    public void Rule_7_Nor_to_a_fresh_one_that_runs_without_a_guard()
    {
        var total = Total(2);
        Refused.For(CoroutineStateReason.NotStarted, () => total.Send(10));
        Refused.For(CoroutineStateReason.NotStarted, () => total.TrySend(10));
        Assert.Equal(CoroutineState.Created, total.State);

        total.Prime();
        Assert.Equal(10, total.Send(10));
        Assert.Equal(30, Assert.Throws<CoroutineCompletedException>(() => total.Send(20)).Result);
        Assert.Null(Assert.Throws<CoroutineCompletedException>(() => total.Send(30)).Result);
        Assert.False(total.TrySend(30));
        Assert.Equal(30, total.Result);
    }

    [Fact]
    public void Rule_8_Next_is_a_send_of_default()
    {
        var echo = Echo().Prime();
        Assert.Equal("null", echo.Next());
        Assert.True(echo.MoveNext());
        Assert.Equal("null", echo.Current);
        Assert.Equal("null", echo.Send(null!));
    }

    [Fact]
    public void Rule_9_The_default_of_a_number_is_zero()
    {
        var averager = Averager(2).Prime();
        Assert.Equal(0, averager.Next());
        Assert.False(averager.TrySend(4));
        Assert.Equal("average 2", averager.Result);
    }

    [Fact]
    public void Rule_10_A_body_that_does_not_yield_ends_at_the_first_next()
    {
        var silent = Silent(false);
        Assert.False(silent.MoveNext());
        Assert.Equal(42, silent.Result);
        Assert.Equal(CoroutineState.Closed, silent.State);
    }

    [Fact]
    public void Rule_11_A_body_without_any_yield_is_a_coroutine()
    {
        var coroutine = WithoutYield();
        Assert.Equal(CoroutineState.Created, coroutine.State);
        Assert.False(coroutine.MoveNext());
        Assert.Equal(7, coroutine.Result);
    }
}
