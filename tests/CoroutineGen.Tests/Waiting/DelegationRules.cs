using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 171 to 180: delegation.</summary>
public sealed partial class DelegationRules
{
    private const int Limit = 60_000;

    private readonly List<string> _log = [];

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_171_values_sends_and_the_result_pass_through(Readiness readiness)
    {
        var inner = Bodies.Sum(3, readiness);
        var c = Bodies.Delegates(() => inner, readiness);
        Assert.Equal(0, await c.NextAsync());
        Assert.Same(inner, c.Delegate);
        Assert.Equal(1, await c.SendAsync(10));
        Assert.Equal(2, await c.SendAsync(20));
        Assert.False(await c.TrySendAsync(30));
        Assert.Equal("got total 60", c.Result);
        Assert.Null(c.Delegate);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_171_exceptions_and_closing_pass_through(Readiness readiness)
    {
        var c = Bodies.Delegates(() => Bodies.Handled(_log, readiness), readiness);
        await c.MoveNextAsync();
        Assert.Equal(2, await c.ThrowAsync(new InvalidOperationException("thrown")));
        Assert.Equal(["runs", "thrown", "finally"], _log);

        var closed = Bodies.Delegates(() => Bodies.Handled(_log, readiness), readiness);
        await closed.MoveNextAsync();
        await closed.CloseAsync();
        Assert.Equal(["runs", "thrown", "finally", "runs", "finally"], _log);
        Assert.Equal(CoroutineState.Closed, closed.State);

        var caught = Bodies.Delegates(() => Bodies.Throws(new FormatException(), readiness, yields: true), readiness, name => name);
        await caught.MoveNextAsync();
        Assert.False(await caught.MoveNextAsync());
        Assert.Equal("FormatException", caught.Result);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rules_83_to_88_an_exit_closes_the_inner_and_then_is_raised_and_a_chain_closes_innermost_first(Readiness readiness)
    {
        var exit = new CoroutineExitException();
        var inner = Bodies.Handled(_log, readiness);
        var c = Bodies.Delegates(() => inner, readiness);
        await c.MoveNextAsync();
        Assert.Same(exit, await Fails.InTheTask<CoroutineExitException, bool>(() => c.TryThrowAsync(exit)));
        Assert.Equal(["runs", "finally"], _log);
        Assert.Equal(CoroutineState.Closed, inner.State);

        // An inner one that ignores its closing: the delegator gets that as an error.
        var ignores = Bodies.Delegates(() => Bodies.CatchesExit(readiness, yields: true), readiness, name => name);
        await ignores.MoveNextAsync();
        await ignores.CloseAsync();
        Assert.Equal("CoroutineStateException", ignores.Result);

        // What its closing raises arrives at the delegation point too.
        var fails = Bodies.Delegates(() => Bodies.CatchesExit(readiness, raises: new FormatException()), readiness, name => name);
        await fails.MoveNextAsync();
        await fails.CloseAsync();
        Assert.Equal("FormatException", fails.Result);

        var error = new FormatException();
        var raises = Bodies.Delegates(() => Bodies.CatchesExit(readiness, raises: error), readiness);
        await raises.MoveNextAsync();
        Assert.Same(error, await Fails.InTheTask<FormatException>(() => raises.CloseAsync()));
    }

    [Theory(Timeout = Limit)]
    [InlineData(Readiness.Ready)]
    [InlineData(Readiness.Pool)]
    public async Task Rules_96_and_171_a_million_levels(Readiness readiness)
    {
        const int Depth = 1_000_000;
        await Task.Run(async () =>
        {
            var c = Chain(Depth, readiness);
            for (int i = 0; i < 3; i++)
                Assert.Equal(i, await c.NextAsync());
            Assert.False(await c.MoveNextAsync());
            Assert.Equal("total 0", c.Result);
        });
    }

    private static Written<int, int, string> Chain(int depth, Readiness readiness)
        => depth == 0
            ? Bodies.Sum(3, readiness)
            : new Written<int, int, string>((own, point, how, sent)
                => new(point == 0 ? own.Out.To(1, Chain(depth - 1, readiness)) : own.End(own.Out.Result<string>())));

    [Fact(Timeout = Limit)]
    public async Task Rule_172_to_a_synchronous_coroutine_which_is_sent_values_and_gives_its_result()
    {
        var c = Bodies.Delegates(() => Asks(3), Readiness.Pool);
        Assert.Equal(3, await c.NextAsync());
        Assert.Equal(4, await c.SendAsync(4));
        Assert.False(await c.TrySendAsync(5));
        Assert.Equal("got 4,5", c.Result);
    }

    [Coroutine]
    private static string Asks(int start, Yield<int, int> yield)
    {
        int first = yield(start);
        return $"{first},{yield(first)}";
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_172_to_a_foreign_one(Readiness readiness)
    {
        var foreign = new Foreign(Bodies.Sum(2, readiness));
        var c = Sequence(own => own.ToSequence(1, foreign));
        Assert.Equal(0, await c.NextAsync());
        Assert.Same(foreign, c.Delegate);
        Assert.Equal(1, await c.SendAsync(5));
        Assert.False(await c.TrySendAsync(6));
        Assert.Equal("total 11", c.Result);

        var closed = Sequence(own => own.ToSequence(1, new Foreign(Bodies.Handled(_log, readiness))));
        await closed.MoveNextAsync();
        Assert.True(await closed.TryThrowAsync(new InvalidOperationException("thrown")));
        await closed.CloseAsync();
        Assert.Equal(["runs", "thrown", "finally"], _log);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_172_to_a_plain_sequence_and_a_synchronous_foreign_one()
    {
        var c = Sequence(own => own.ToSequence(1, Enumerable.Range(5, 2)));
        Assert.Equal(5, await c.NextAsync());
        Assert.Equal(6, await c.SendAsync(1));
        Assert.False(await c.MoveNextAsync());
        Assert.Null(c.Result);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rules_173_and_174_to_an_asynchronous_sequence_whose_disposal_is_waited_for(Readiness readiness)
    {
        var c = Sequence(own => own.ToSequence(1, Items(readiness)));
        Assert.Equal(1, await c.NextAsync());
        Assert.Equal(2, await c.NextAsync());
        Assert.False(await c.MoveNextAsync());
        Assert.Equal(["token False", "disposed"], _log);

        var closed = Sequence(own => own.ToSequence(1, Items(readiness)));
        await closed.MoveNextAsync();
        await closed.CloseAsync();
        Assert.Equal(["disposed"], _log[3..]);

        var error = new FormatException();
        var thrown = Sequence(own => own.ToSequence(1, Items(readiness)));
        await thrown.MoveNextAsync();
        Assert.Same(error, await Fails.InTheTask<FormatException, bool>(() => thrown.TryThrowAsync(error)));
        Assert.Equal("disposed", _log[^1]);

        using var source = new CancellationTokenSource();
        var token = Sequence(own => own.ToSequence(1, Items(readiness).WithCancellation(source.Token)));
        await token.MoveNextAsync();
        Assert.Equal("token True", _log[^1]);
        await token.CloseAsync();
        Assert.Equal("disposed", _log[^1]);
    }

    private async IAsyncEnumerable<int> Items(
        Readiness readiness, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            _log.Add($"token {token.CanBeCanceled}");
            await new Wait(readiness);
            yield return 1;
            await new Wait(readiness);
            yield return 2;
        }
        finally
        {
            await new Wait(readiness);
            _log.Add("disposed");
        }
    }

    private static Written<int, int, string> Sequence(Func<CompilerServices.Suspender<int>, int> delegates)
        => new((own, point, how, sent) => new(point == 0 ? delegates(own.Out) : own.End(own.Out.Result<string>())));

    [Fact(Timeout = Limit)]
    public async Task Rules_175_and_177_while_an_inner_awaits_all_above_are_running_and_the_root_completes_once()
    {
        var gate = new TaskCompletionSource();
        var leaf = Bodies.Until(gate.Task);
        var middle = Bodies.Delegates(() => leaf);
        var root = Bodies.Delegates(() => middle);
        var moved = root.MoveNextAsync();
        foreach (var each in new[] { root, middle, leaf })
        {
            Assert.Equal(CoroutineState.Running, each.State);
            Fails.AtOnce(CoroutineStateReason.Running, () => each.MoveNextAsync());
            Fails.AtOnce(CoroutineStateReason.Running, () => each.TrySendAsync(1));
            Fails.AtOnce(CoroutineStateReason.Running, () => each.TryThrowAsync(new FormatException()));
            Fails.AtOnce(CoroutineStateReason.Running, () => each.CloseAsync());
        }
        gate.SetResult();
        Assert.True(await moved);
        Assert.All(new[] { root, middle, leaf }, each => Assert.Equal((CoroutineState.Suspended, 7), (each.State, each.Current)));
        Assert.False(await root.MoveNextAsync());
        Assert.Equal("got got done", root.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_176_an_inner_whose_own_users_operation_is_pending_is_running_at_the_delegation_point()
    {
        var gate = new TaskCompletionSource();
        var inner = Bodies.Until(gate.Task);
        var pending = inner.MoveNextAsync();
        var c = Bodies.Delegates(() => inner, catches: name => name);
        Assert.False(await c.MoveNextAsync());
        Assert.Equal("CoroutineStateException", c.Result);
        gate.SetResult();
        Assert.True(await pending);
        Assert.Equal(7, inner.Current);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rules_89_to_92_an_inner_that_others_move_or_finish(Readiness readiness)
    {
        var inner = Bodies.Sum(4, readiness);
        var first = Bodies.Delegates(() => inner, readiness);
        var second = Bodies.Delegates(() => inner, readiness);
        Assert.Equal(0, await first.NextAsync());
        Assert.Equal(1, await second.NextAsync());
        Assert.Equal(2, await first.NextAsync());
        await inner.CloseAsync();
        Assert.False(await first.MoveNextAsync());
        Assert.False(await second.MoveNextAsync());
        Assert.Equal(("got ", "got "), (first.Result, second.Result));
    }

    [Fact(Timeout = Limit)]
    public async Task Rules_93_and_94_a_circle_is_an_error_at_the_point()
    {
        Written<int, int, string>? self = null;
        self = Bodies.Delegates(() => self!, Readiness.Pool, name => name);
        Assert.False(await self.MoveNextAsync());
        Assert.Equal("CoroutineStateException", self.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_97_null_is_an_error_in_the_body()
    {
        var c = Bodies.Delegates(() => null!, Readiness.Pool, name => name);
        await c.MoveNextAsync();
        Assert.Equal("ArgumentNullException", c.Result);
    }

    [Fact]
    public void Rule_178_a_synchronous_coroutine_has_no_overload_for_an_asynchronous_one()
        => Assert.DoesNotContain(
            typeof(YieldExtensions).GetMethods().Where(method => method.Name == "From"),
            method => method.GetParameters()[1].ParameterType.Name.Contains("Async", StringComparison.Ordinal));

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_179_push_style_is_pep_380_over_an_awaited_callback(Readiness readiness)
    {
        List<int> seen = [];
        string result = await Bodies.Push(async value =>
        {
            await new Wait(readiness);
            seen.Add(value);
            return value * 10;
        }, () => Bodies.Sum(3, readiness));
        Assert.Equal([0, 1, 2], seen);
        Assert.Equal("got total 30", result);

        // What the callback raises is thrown into the inner coroutine, an exit closes it.
        await Bodies.Push(value => value == 1 ? throw new InvalidOperationException("thrown") : default, () => Bodies.Handled(_log, readiness));
        Assert.Equal(["runs", "thrown", "finally"], _log);
        await Assert.ThrowsAsync<CoroutineExitException>(
            () => Bodies.Push(_ => throw new CoroutineExitException(), () => Bodies.Handled(_log, readiness)));
        Assert.Equal(["runs", "finally"], _log[3..]);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_179_push_style_takes_sequences_and_synchronous_coroutines()
    {
        List<int> seen = [];
        AsyncYield<int> one = async value => seen.Add(await Task.FromResult(value));
        AsyncYield<int, int> two = async value =>
        {
            seen.Add(await Task.FromResult(value));
            return value + 1;
        };
        await one.From(Items(Readiness.Pool));
        await one.From(Items(Readiness.Pool).ConfigureAwait(false));
        await one.From(Enumerable.Range(7, 2));
        await one.From(Bodies.Sum(2));
        Assert.Equal("4,5", await two.From(Asks(3)));
        Assert.Equal([1, 2, 1, 2, 7, 8, 0, 1, 3, 4], seen);
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await one.From((IAsyncEnumerable<int>)null!));
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_180_enumerating_goes_on_where_it_stands_and_it_is_its_own_enumerator()
    {
        var c = Bodies.Sum(3);
        Assert.Same(c, c.GetAsyncEnumerator());
        Assert.Same(c, ((IAsyncEnumerable<int>)c).GetAsyncEnumerator(default));
        await c.MoveNextAsync();
        List<int> rest = [];
        await foreach (int value in c)
            rest.Add(value);
        Assert.Equal([1, 2], rest);
        Assert.Equal([0, 2], await Bodies.Sum(3).Where(value => value % 2 == 0).ToListAsync());
    }
}
