using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>
/// Rules 91 and 95: a coroutine that delegates may be resumed by others, and may then no longer delegate to what its delegator has driven
/// so far, although that is still suspended.
/// </summary>
public sealed partial class StaleChainRules
{
    private Coroutine<int>? _middle;
    private int _seen;

    [Coroutine]
    private void Inner(Yield<int> yield)
    {
        yield(1);
        _middle!.MoveNext();
        _seen = _middle.Current;
        yield(2);
        yield(3);
    }

    [Coroutine]
    private static void Middle(Coroutine<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
        }
        catch (CoroutineStateException error) when (error.Reason == CoroutineStateReason.Running)
        {
            yield(10);
        }
        yield(11);
    }

    [Coroutine]
    private static void Outer(Coroutine<int> middle, Yield<int> yield)
    {
        yield.From(middle);
        yield(20);
    }

    [Fact]
    public void What_was_left_while_it_ran_is_not_resumed_by_whom_has_driven_it()
    {
        var inner = Inner();
        _middle = Middle(inner);
        var outer = Outer(_middle);
        Assert.True(outer.MoveNext());
        Assert.Equal(1, outer.Current);

        // The inner one, resumed by somebody else, is running when the one that delegates to it is resumed: that leaves it, and yields itself.
        Assert.True(inner.MoveNext());
        Assert.Equal(2, inner.Current);
        Assert.Equal(10, _seen);
        Assert.True(outer.MoveNext());
        Assert.Equal(11, outer.Current);
        Assert.True(outer.MoveNext());
        Assert.Equal(20, outer.Current);
        Assert.True(inner.MoveNext());
        Assert.Equal(3, inner.Current);
    }
}
