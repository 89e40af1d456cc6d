using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 93 to 95: delegations that lead to a coroutine which is running.</summary>
public sealed partial class DelegationErrorRules
{
    private readonly List<string> _log = [];
    private Coroutine<int>? _first;
    private Coroutine<int>? _second;

    [Coroutine]
    private void Delegates(string name, Func<Coroutine<int>> inner, bool catches, Yield<int> yield)
    {
        if (!catches)
            yield.From(inner());
        try
        {
            yield.From(inner());
        }
        catch (CoroutineStateException error)
        {
            _log.Add($"{name} {error.Reason}");
        }
        yield(1);
    }

    [Coroutine]
    private void Resumes(string name, Func<Coroutine<int>> other, Yield<int> yield)
    {
        yield(1);
        try
        {
            other().MoveNext();
        }
        catch (CoroutineStateException error)
        {
            _log.Add($"{name} {error.Reason}");
        }
        yield(2);
    }

    [Fact]
    public void Rule_93_Delegating_to_oneself_is_an_error_at_that_point()
    {
        _first = Delegates("self", () => _first!, true);
        Assert.Equal(1, _first.Next());
        Assert.Equal(["self Running"], _log);

        _first = Delegates("self", () => _first!, false);
        Refused.For(CoroutineStateReason.Running, () => _first.Next());
        Assert.Equal(CoroutineState.Closed, _first.State);
    }

    [Fact]
    public void Rule_94_A_circle_is_an_error_on_resume_where_it_closes()
    {
        _first = Delegates("first", () => _second!, true);
        _second = Delegates("second", () => _first!, true);
        Assert.Equal(1, _first.Next());
        Assert.Equal(["second Running"], _log);
        Assert.Same(_second, _first.Delegate);

        _log.Clear();
        _first = Delegates("first", () => _second!, true);
        _second = Delegates("second", () => _first!, false);
        Assert.Equal(1, _first.Next());
        Assert.Equal(["first Running"], _log);
        Assert.Equal(CoroutineState.Closed, _second.State);
    }

    [Fact]
    public void Rule_95_An_inner_one_that_is_run_directly_is_an_error_at_the_delegation()
    {
        var inner = Resumes("inner", () => _first!);
        _first = Delegates("outer", () => inner, true);
        Assert.Equal(1, _first.Next());
        // The inner one, run by its own user, resumes the outer one, which comes back to it.
        Assert.Equal(2, inner.Next());
        Assert.Equal(["outer Running"], _log);
        Assert.Equal(1, _first.Current);
        Assert.Equal(CoroutineState.Suspended, _first.State);
        Assert.Null(_first.Delegate);
    }

    [Fact]
    public void Rule_75_A_delegator_that_runs_through_its_inner_one_is_refused_directly()
    {
        var inner = Resumes("inner", () => _first!);
        _first = Delegates("outer", () => inner, true);
        Assert.Equal(1, _first.Next());
        Assert.Equal(2, _first.Next());
        Assert.Equal(["inner Running"], _log);
        Assert.Same(inner, _first.Delegate);
    }
}
