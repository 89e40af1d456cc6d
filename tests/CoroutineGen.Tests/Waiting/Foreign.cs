namespace CoroutineGen.Tests.Waiting;

/// <summary>Somebody else's asynchronous coroutine: only its shape is known.</summary>
internal sealed class Foreign(AsyncCoroutine<int, int, string> inner) : IAsyncCoroutine<int, int, string>
{
    public CoroutineState State => inner.State;

    public int Current => inner.Current;

    public bool HasResult => inner.HasResult;

    public string Result => inner.Result;

    public ValueTask<bool> MoveNextAsync() => inner.MoveNextAsync();

    public ValueTask<bool> TrySendAsync(int value) => inner.TrySendAsync(value);

    public ValueTask<bool> TryThrowAsync(Exception error) => inner.TryThrowAsync(error);

    public ValueTask CloseAsync() => inner.CloseAsync();

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
