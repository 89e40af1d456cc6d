using Xunit;

namespace CoroutineGen.Tests.Holding;

/// <summary>
/// What is held is given back while the coroutine counts as running (rule 71), whatever ends the body: code of the user's runs there, and
/// may look at the coroutine or try to resume it.
/// </summary>
public sealed partial class GivenBackWhileRunningTests
{
    private readonly List<string> _log = [];
    private Coroutine<int>? _self;

    private void Look(string when)
    {
        string refused = "";
        foreach (Action use in (Action[])[
            () => _self!.MoveNext(), () => _self!.Close(), () => _self!.TryThrow(new BodyException()), () => _ = _self!.Current])
        {
            try
            {
                use();
                refused += " allowed";
            }
            catch (CoroutineStateException error) when (error.Reason == CoroutineStateReason.Running)
            {
            }
            catch (InvalidOperationException)
            {
                // Current, of a running one.
            }
            catch (BodyException)
            {
                refused += " raised";
            }
        }
        _log.Add($"{when} {_self!.State}{refused}");
    }

    private sealed class BodyException : Exception;

    private sealed class Looking(GivenBackWhileRunningTests tests) : IDisposable
    {
        public void Dispose() => tests.Look("using");
    }

    [Coroutine]
    private void Held(string end, Yield<int> yield)
    {
        using var looking = new Looking(this);
        try
        {
            yield(1);
            if (end == "return")
                return;
            if (end == "throw")
                throw new BodyException();
        }
        finally
        {
            Look("finally");
        }
    }

    [Coroutine]
    private void Outer(string end, Yield<int> yield)
    {
        using var looking = new Looking(this);
        yield.From(Held(end));
        yield(2);
    }

    private static readonly string[] Seen = ["finally Running", "using Running"];

    [Theory]
    [InlineData("end")]
    [InlineData("return")]
    [InlineData("throw")]
    [InlineData("Throw")]
    [InlineData("Close")]
    [InlineData("Dispose")]
    public void By_one_coroutine(string end)
    {
        _self = Held(end);
        Leave(end);
        Assert.Equal(Seen, _log);
        Assert.Equal(CoroutineState.Closed, _self.State);
        Assert.Equal(end is "throw" or "Throw", _self.Error is BodyException);
    }

    [Theory]
    [InlineData("end")]
    [InlineData("return")]
    [InlineData("throw")]
    [InlineData("Throw")]
    [InlineData("Close")]
    public void By_a_chain(string end)
    {
        _self = Outer(end);
        Leave(end);
        if (end is "end" or "return")
        {
            Assert.Equal(2, _self.Current);
            _self.Close();
        }
        Assert.Equal([.. Seen, "using Running"], _log);
        Assert.Equal(CoroutineState.Closed, _self.State);
    }

    private void Leave(string end)
    {
        Assert.True(_self!.MoveNext());
        switch (end)
        {
            case "throw":
                Assert.Throws<BodyException>(() => _self.MoveNext());
                break;
            case "Throw":
                Assert.Throws<BodyException>(() => _self.TryThrow(new BodyException()));
                break;
            case "Close":
                _self.Close();
                break;
            case "Dispose":
                _self.Dispose();
                break;
            default:
                _self.MoveNext();
                break;
        }
    }
}
