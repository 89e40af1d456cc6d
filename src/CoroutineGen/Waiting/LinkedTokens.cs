using System;
using System.Threading;

namespace CoroutineGen.Waiting;

/// <summary>A token that is cancelled with each of two others. What it was linked from before listens as long as it does.</summary>
internal sealed class LinkedTokens(CancellationToken first, CancellationToken second, IDisposable? before) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(first, second);

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _source.Dispose();
        before?.Dispose();
    }
}
