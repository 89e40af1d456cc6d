using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>
/// What is delegated to may set an AsyncLocal in a method that is not async. A delegation is a call that is awaited, so that it is there at
/// the next step, and at the disposal, and gone behind the delegation: as in the push-style call.
/// </summary>
public sealed partial class KeptContextTests
{
    private static readonly AsyncLocal<int> Local = new();
    private readonly List<string> _log = [];

    private void Note(string what) => _log.Add($"{what} {Local.Value}");

    public enum Inner
    {
        Sequence,
        Configured,
        Cancellable,
        Foreign,
    }

    [Theory]
    [InlineData(Inner.Sequence, false)]
    [InlineData(Inner.Sequence, true)]
    [InlineData(Inner.Configured, false)]
    [InlineData(Inner.Configured, true)]
    [InlineData(Inner.Cancellable, true)]
    [InlineData(Inner.Foreign, false)]
    [InlineData(Inner.Foreign, true)]
    public async Task As_push_style(Inner inner, bool waits)
    {
        await Delegates(inner, waits, async _ =>
        {
            await Task.Yield();
            Local.Value = 1000;
        });
        string[] expected = [.. _log];
        _log.Clear();
        await foreach (int _ in Delegates(inner, waits))
            Local.Value = 1000;
        Assert.Equal(expected, _log);
        Assert.Contains(inner == Inner.Foreign ? "moves 12" : "moves 13", _log);
        Assert.Equal("behind 10", _log[^1]);
    }

    [Coroutine]
    private async Task Delegates(Inner inner, bool waits, AsyncYield<int> yield)
    {
        Local.Value = 10;
        IAsyncEnumerable<int> items = new Items(this, waits);
        switch (inner)
        {
            case Inner.Sequence:
                await yield.From(items);
                break;
            case Inner.Configured:
                await yield.From(items.ConfigureAwait(false));
                break;
            case Inner.Cancellable:
                await yield.From(items.WithCancellation(CancellationToken.None));
                break;
            default:
                await yield.From(new Counting(this, Two(waits)));
                break;
        }
        Note("behind");
    }

    [Coroutine]
    private static async Task Two(bool waits, AsyncYield<int> yield)
    {
        await yield(1);
        if (waits)
            await Task.Yield();
        await yield(2);
    }

    private sealed class Items(KeptContextTests test, bool waits) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
    {
        public int Current { get; private set; }

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            Local.Value++;
            test.Note("moves");
            return Move();
        }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            test.Note("disposed");
        }

        private async ValueTask<bool> Move()
        {
            if (waits)
                await Task.Yield();
            return ++Current < 3;
        }
    }

    private sealed class Counting(KeptContextTests test, IAsyncCoroutine<int> inner) : IAsyncCoroutine<int>
    {
        public CoroutineState State => inner.State;

        public int Current => inner.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            Local.Value++;
            test.Note("moves");
            return inner.MoveNextAsync();
        }

        public ValueTask<bool> TryThrowAsync(Exception error) => inner.TryThrowAsync(error);

        public ValueTask CloseAsync() => inner.CloseAsync();

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
            => inner.GetAsyncEnumerator(cancellationToken);
    }
}
