using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 76 to 103 push-style: what <c>yield.From</c> does over a callback.</summary>
public sealed partial class PushDelegationRules
{
    private readonly List<string> _log = [];

    [Coroutine]
    private string Inner(Yield<int, int> yield)
    {
        try
        {
            _log.Add($"got {yield(1)}");
            try
            {
                _log.Add($"got {yield(2)}");
            }
            catch (FormatException)
            {
                _log.Add($"got {yield(3)} after a throw");
            }
            return "result";
        }
        finally
        {
            _log.Add("finally");
        }
    }

    [Coroutine]
    private static int Stubborn(Yield<int> yield)
    {
        for (; ; )
        {
            try
            {
                yield(1);
            }
            catch (CoroutineExitException)
            {
            }
        }
    }

    [Coroutine]
    private int Consumer(Receive<int> yield) => yield() + yield();

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

    /// <summary>A callback that writes down what it is given and does what it is told.</summary>
    private Yield<int, int> Callback(Func<int, int> answer) => value =>
    {
        _log.Add($"callback {value}");
        return answer(value);
    };

    [Fact]
    public void Rule_76_to_79_Answers_are_sent_and_the_result_is_the_value()
    {
        Assert.Equal("result", Callback(value => value * 10).From(Inner()));
        Assert.Equal(["callback 1", "got 10", "callback 2", "got 20", "finally"], _log);
    }

    [Fact]
    public void Rule_81_An_exception_of_the_callback_is_thrown_into_the_inner_one()
    {
        Assert.Equal("result", Callback(value => value == 2 ? throw new FormatException() : value).From(Inner()));
        Assert.Equal(["callback 1", "got 1", "callback 2", "callback 3", "got 3 after a throw", "finally"], _log);
    }

    [Fact]
    public void Rule_80_One_that_it_does_not_catch_comes_out()
    {
        var error = new FormatException();
        var inner = Inner();
        Assert.Same(error, Assert.Throws<FormatException>(() => Callback(_ => throw error).From(inner)));
        Assert.Equal(["callback 1", "finally"], _log);
        Assert.Same(error, inner.Error);
    }

    [Fact]
    public void Rule_83_An_exit_closes_the_inner_one_and_goes_on()
    {
        var exit = new CoroutineExitException();
        var inner = Inner();
        Assert.Same(exit, Assert.Throws<CoroutineExitException>(() => Callback(_ => throw exit).From(inner)));
        Assert.Equal(["callback 1", "finally"], _log);
        Assert.Null(inner.Error);
    }

    [Fact]
    public void Rule_87_An_exit_that_the_inner_one_ignores_is_an_error()
        => Refused.For(CoroutineStateReason.IgnoredExit, () => Callback(_ => throw new CoroutineExitException()).From(Stubborn()));

    [Fact]
    public void Rule_89_and_90_One_goes_on_where_it_stands_and_a_finished_one_gives_default()
    {
        var inner = Inner().Prime();
        Assert.Equal("result", Callback(value => value).From(inner));
        Assert.Equal("callback 2", _log[1]);
        _log.Clear();
        Assert.Null(Callback(value => value).From(inner));
        Assert.Empty(_log);
    }

    [Fact]
    public void Rule_91_One_that_somebody_else_finishes_gives_default()
    {
        var inner = Inner();
        Assert.Null(Callback(_ =>
        {
            inner.ToArray();
            return 1;
        }).From(inner));
        Assert.Equal("result", inner.Result);
    }

    [Fact]
    public void Rule_95_One_that_is_running_is_an_error()
    {
        Coroutine<int, int, string>? inner = null;
        var push = Callback(value => value);
        inner = Runs(() => push.From(inner!));
        inner.Prime();
        Refused.For(CoroutineStateReason.Running, () => inner.MoveNext());
    }

    [Coroutine]
    private static string Runs(Action action, Yield<int, int> yield)
    {
        yield(1);
        action();
        return "";
    }

    [Fact]
    public void Rule_97_Null_is_an_error()
    {
        Yield<int> oneWay = _ => { };
        Yield<int, int> twoWay = value => value;
        Receive<int> receive = () => 1;
        Assert.Throws<ArgumentNullException>(() => oneWay.From(null!));
        Assert.Throws<ArgumentNullException>(() => oneWay.From((ICoroutine<int, int, int>)null!));
        Assert.Throws<ArgumentNullException>(() => twoWay.From((IEnumerable<int>)null!));
        Assert.Throws<ArgumentNullException>(() => twoWay.From((ICoroutine<int, int, int>)null!));
        Assert.Throws<ArgumentNullException>(() => twoWay.From((ICoroutine<int, Unit, int>)null!));
        Assert.Throws<ArgumentNullException>(() => receive.From(null!));
        Assert.Throws<ArgumentNullException>(() => receive.From((ICoroutine<Unit, int, int>)null!));
    }

    [Fact]
    public void Rule_98_to_100_A_plain_sequence_is_handed_out_and_disposed()
    {
        Callback(value => value).From(Sequence());
        Assert.Equal(["callback 1", "callback 2", "disposed"], _log);

        _log.Clear();
        Assert.Throws<FormatException>(() => Callback(_ => throw new FormatException()).From(Sequence()));
        Assert.Equal(["callback 1", "disposed"], _log);
    }

    [Fact]
    public void Rule_99_An_answer_that_is_not_received_is_dropped()
    {
        Yield<int, string> strings = value => $"{value}";
        strings.From((IEnumerable<int>)Inner());
        Assert.Equal(["got 0", "got 0", "finally"], _log);

        _log.Clear();
        Yield<int> oneWay = _ => { };
        Assert.Equal("result", oneWay.From(Inner()));
        Assert.Equal(["got 0", "got 0", "finally"], _log);

        _log.Clear();
        Callback(value => value).From((IEnumerable<int>)Inner());
        Assert.Equal(["callback 1", "got 1", "callback 2", "got 2", "finally"], _log);
    }

    [Fact]
    public void Rule_13_and_79_A_consumer_is_fed()
    {
        int next = 5;
        Receive<int> receive = () => next++;
        Assert.Equal(11, receive.From(Consumer()));
        receive.From((IEnumerable<Unit>)Consumer());
        Assert.Equal(9, next);
    }
}
