using CoroutineGen.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 165 to 170: cancellation.</summary>
public sealed class CancellationRules
{
    private const int Limit = 20_000;

    // async Task M(CancellationToken token, AsyncYield<bool> yield) { await yield(token.IsCancellationRequested); .. }
    private sealed class Tokens(CancellationToken token, Protection protection = Protection.None) : AsyncCoroutine<bool>
    {
        private CancellationToken _token = token;
        private IDisposable? _linked;

        public CancellationToken Token => _token;

        public bool IsLinked => _linked is not null;

        protected override string Name => "Tokens";

        public new Tokens GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            base.GetAsyncEnumerator(cancellationToken);
            return this;
        }

        protected override Protection ProtectionAt(int point) => protection;

        protected override void Attach(CancellationToken cancellationToken) => LinkToken(ref _token, ref _linked, cancellationToken);

        protected override void Clear()
        {
            _linked?.Dispose();
            base.Clear();
        }

        protected override int Step(int point, Resumption how)
        {
            CurrentValue = _token.IsCancellationRequested;
            return 1;
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_165_a_default_token_is_replaced_the_same_or_none_changes_nothing_and_two_are_linked()
    {
        using var mine = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        Assert.Equal(other.Token, new Tokens(default).GetAsyncEnumerator(other.Token).Token);
        Assert.Equal(mine.Token, new Tokens(mine.Token).GetAsyncEnumerator(mine.Token).Token);
        Assert.Equal(mine.Token, new Tokens(mine.Token).GetAsyncEnumerator().Token);

        var c = new Tokens(mine.Token);
        await foreach (bool isCancelled in c.WithCancellation(other.Token))
        {
            Assert.True(c.IsLinked);
            Assert.NotEqual(mine.Token, c.Token);
            if (isCancelled)
                break;
            await other.CancelAsync();
        }
        Assert.Throws<ObjectDisposedException>(() => c.Token.WaitHandle);
    }

    [Fact(Timeout = Limit)]
    public async Task Trap_24_the_linked_source_is_disposed_of_where_the_coroutine_fails_and_where_two_were_linked()
    {
        using var mine = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        using var third = new CancellationTokenSource();
        var c = new Tokens(mine.Token);
        var first = c.GetAsyncEnumerator(other.Token).Token;
        c.GetAsyncEnumerator(third.Token);
        await third.CancelAsync();
        Assert.True(await c.NextAsync());
        await Fails.InTheTask<FormatException, bool>(() => c.TryThrowAsync(new FormatException()));
        Assert.Throws<ObjectDisposedException>(() => c.Token.WaitHandle);
        Assert.Throws<ObjectDisposedException>(() => first.WaitHandle);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_167_and_trap_25_a_started_one_refuses_another_token()
    {
        using var mine = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var c = new Tokens(mine.Token);
        await c.MoveNextAsync();
        Assert.Same(c, c.GetAsyncEnumerator());
        Assert.Same(c, c.GetAsyncEnumerator(mine.Token));
        Assert.Throws<InvalidOperationException>(() => c.GetAsyncEnumerator(other.Token));
        Assert.Equal(CoroutineState.Suspended, c.State);
    }

    [Fact(Timeout = Limit)]
    public async Task Rules_168_and_169_without_a_parameter_the_token_is_ignored_and_nothing_is_closed_by_it()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        int items = 0;
        await foreach (int _ in Bodies.Sum(3).WithCancellation(source.Token))
            items++;
        Assert.Equal(3, items);
        var c = new Tokens(source.Token);
        await c.MoveNextAsync();
        Assert.Equal(CoroutineState.Suspended, c.State);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_170_waiting_no_longer_abandons_the_wait_and_not_the_operation()
    {
        var gate = new TaskCompletionSource();
        var c = Bodies.Until(gate.Task);
        var moved = c.MoveNextAsync().AsTask();
        await Assert.ThrowsAsync<TimeoutException>(() => moved.WaitAsync(TimeSpan.FromMilliseconds(1)));
        Fails.AtOnce(CoroutineStateReason.Running, () => c.MoveNextAsync());
        gate.SetResult();
        Assert.True(await moved);
    }
}
