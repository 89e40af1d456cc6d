using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>What rules 24, 29, 60 and 75 say together about a finally block that runs after the body has named its result.</summary>
public sealed partial class HandlerRules
{
    private Coroutine<int>? _outer;
    private Coroutine<int>? _sharer;
    private CoroutineState _seen;
    private CoroutineStateReason? _reason;

    [Coroutine]
    private int Returns(Action meanwhile, Yield<int> yield)
    {
        try
        {
            yield(1);
            return 5;
        }
        finally
        {
            meanwhile();
        }
    }

    [Coroutine]
    private static int Delegates(Coroutine<int, Unit, int> inner, Yield<int> yield) => yield.From(inner);

    [Coroutine]
    private void Catches(Coroutine<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
        }
        catch (CoroutineStateException error)
        {
            _reason = error.Reason;
        }
    }

    [Fact]
    public void Rule_75_It_still_counts_as_running_through_its_delegator()
    {
        var outer = Delegates(Returns(() => _seen = _outer!.State));
        _outer = outer;
        Assert.Equal([1], outer.ToArray());
        Assert.Equal(CoroutineState.Running, _seen);
        Assert.Equal(5, outer.Result);
    }

    [Fact]
    public void Rule_71_A_resume_of_its_delegator_is_refused_there()
    {
        var outer = Delegates(Returns(() => Refused.For(CoroutineStateReason.Running, () => _outer!.MoveNext())));
        _outer = outer;
        Assert.Equal([1], outer.ToArray());
        Assert.Equal(5, outer.Result);
    }

    [Fact]
    public void Rule_95_Another_delegator_that_comes_to_it_leaves_its_result_alone()
    {
        Coroutine<int, Unit, int>? inner = null;
        inner = Returns(() => _sharer!.MoveNext());
        _sharer = Catches(inner);
        Assert.Equal([1], inner.ToArray());
        Assert.Equal(CoroutineStateReason.Running, _reason);
        Assert.Equal(5, inner.Result);
    }

    [Fact]
    public void Rule_60_There_is_no_result_when_the_finally_fails()
    {
        var returns = Returns(() => throw new FormatException());
        Assert.Equal(1, returns.Next());
        Assert.Throws<FormatException>(() => returns.MoveNext());
        Assert.False(returns.HasResult);
        Assert.IsType<FormatException>(Assert.Throws<InvalidOperationException>(() => returns.Result).InnerException);
    }
}
