using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>
/// What a synchronous coroutine holds at the end of an asynchronous chain is given back by the driver, which does not enter its step: once,
/// inner before outer, while it counts as running, and in the context that its steps run in.
/// </summary>
public sealed partial class HeldBySynchronousTests
{
    private static readonly AsyncLocal<string> Local = new();
    private readonly List<string> _log = [];
    private Coroutine<int>? _inner;

    private sealed class Held(Action released) : IDisposable
    {
        public void Dispose() => released();
    }

    private void Note(string what) => _log.Add($"{what} {_inner!.State} {Local.Value}");

    [Coroutine]
    private void Inner(Yield<int> yield)
    {
        using var held = new Held(() => Note("using"));
        try
        {
            Local.Value = "inner's";
            yield(1);
            yield(2);
        }
        finally
        {
            Note("finally");
        }
    }

    [Coroutine]
    private void Failing(Yield<int> yield)
    {
        using var held = new Held(() => Note("using"));
        Local.Value = "inner's";
        yield(1);
        throw new NotSupportedException();
    }

    [Coroutine]
    private void ToItself(Yield<int> yield)
    {
        using var held = new Held(() => Note("using"));
        Local.Value = "inner's";
        yield.From(_inner!);
    }

    /// <summary>What it delegates to is refused: the stack has not grown, and it is still in the context that its steps run in.</summary>
    [Fact]
    public async Task Refused()
    {
        _inner = ToItself();
        Local.Value = "caller's";
        var outer = Later(_inner);
        Assert.Equal(
            CoroutineStateReason.Running, (await Assert.ThrowsAsync<CoroutineStateException>(async () => await outer.MoveNextAsync())).Reason);
        Assert.Equal(["using Running inner's"], _log);
        Assert.Equal("caller's", Local.Value);
    }

    [Coroutine]
    private void Reading(Yield<string> yield)
    {
        yield("");
        yield(Local.Value!);
    }

    [Coroutine]
    private void Through(Coroutine<string> inner, Yield<string> yield) => yield.From(inner);

    [Coroutine]
    private void Setting(Coroutine<string> inner, Yield<string> yield)
    {
        Local.Value = "delegator's";
        yield.From(inner);
    }

    /// <summary>A chain that was begun before shares the context of the synchronous coroutine that delegates to it.</summary>
    [Fact]
    public async Task Begun_before()
    {
        var begun = Through(Reading());
        begun.MoveNext();
        var outer = LaterText(Setting(begun));
        Assert.True(await outer.MoveNextAsync());
        Assert.Equal("delegator's", outer.Current);
    }

    [Coroutine]
    private static void Counting(Yield<string> yield)
    {
        for (int i = 1; ; i++)
        {
            yield($"{i} {Local.Value}");
            Local.Value = $"set {i}";
        }
    }

    [Coroutine]
    private static async Task ThroughAsync(AsyncCoroutine<string> inner, AsyncYield<string> yield)
    {
        Local.Value = "another's";
        await yield.From(inner);
    }

    public static TheoryData<int, int, int, bool> Orders
    {
        get
        {
            var orders = new TheoryData<int, int, int, bool>();
            for (int i = 0; i < 54; i++)
                orders.Add(i / 18, i / 6 % 3, i / 2 % 3, i % 2 == 0);
            return orders;
        }
    }

    /// <summary>
    /// One drives the chain, then another one that delegates to it, or to the one that does: what the synchronous coroutine has set is there
    /// at its next step, since the delegation is the same, whoever drives it. In all orders.
    /// </summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Driven_by_others(int first, int second, int third, bool isDeep)
    {
        Local.Value = "delegator's";
        var inner = LaterText(isDeep ? Through(Counting()) : Counting());
        var one = ThroughAsync(inner);
        AsyncCoroutine<string>[] drivers = [inner, one, ThroughAsync(one)];
        var seen = new List<string>();
        foreach (int driver in (int[])[0, first, second, third])
        {
            Local.Value = $"caller's {seen.Count}";
            Assert.True(await drivers[driver].MoveNextAsync());
            seen.Add(drivers[driver].Current);
        }
        Assert.Equal(["1 caller's 0", "2 set 1", "3 set 2", "4 set 3"], seen);
    }

    [Coroutine]
    private static async Task Later(Coroutine<int> inner, AsyncYield<int> yield) => await yield.From(inner);

    [Coroutine]
    private static async Task LaterText(Coroutine<string> inner, AsyncYield<string> yield) => await yield.From(inner);

    /// <summary>Its step has failed by itself: what it holds is given back behind it, and still in its context.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed(bool waits)
    {
        var outer = Around(waits);
        Assert.True(await outer.MoveNextAsync());
        Local.Value = "caller's";
        await Assert.ThrowsAsync<NotSupportedException>(async () => await outer.MoveNextAsync());
        Assert.Equal(["using Running inner's"], _log);
        Assert.Equal("caller's", Local.Value);
        Assert.IsType<NotSupportedException>(_inner!.Error);
    }

    [Coroutine]
    private async Task Around(bool waits, AsyncYield<int> yield)
    {
        if (waits)
            await Task.Yield();
        _inner = Failing();
        await yield.From(_inner);
    }

    [Coroutine]
    private async Task<int> Outer(AsyncYield<int> yield)
    {
        try
        {
            await Task.Yield();
            _inner = Inner();
            await yield.From(_inner);
        }
        finally
        {
            await Task.Yield();
            _log.Add("outer");
        }
        return 5;
    }

    private static readonly string[] Seen = ["finally Running inner's", "using Running inner's", "outer"];

    [Fact]
    public async Task Closed()
    {
        var outer = Outer();
        Assert.True(await outer.MoveNextAsync());
        Local.Value = "caller's";
        await outer.CloseAsync();
        Assert.Equal(Seen, _log);
        Assert.Equal("caller's", Local.Value);
        Assert.Equal(CoroutineState.Closed, _inner!.State);
    }

    [Fact]
    public async Task Thrown_through()
    {
        var outer = Outer();
        Assert.True(await outer.MoveNextAsync());
        Local.Value = "caller's";
        await Assert.ThrowsAsync<NotSupportedException>(async () => await outer.TryThrowAsync(new NotSupportedException()));
        Assert.Equal(Seen, _log);
        Assert.IsType<NotSupportedException>(_inner!.Error);
    }

    [Fact]
    public async Task Left_by_a_loop()
    {
        await foreach (int _ in Outer())
            break;
        Assert.Equal(Seen, _log);
    }

    [Fact]
    public async Task Run_to_its_end()
    {
        var outer = Outer();
        while (await outer.MoveNextAsync())
        {
        }
        Assert.Equal(Seen, _log);
        Assert.Equal(5, outer.Result);
    }
}
