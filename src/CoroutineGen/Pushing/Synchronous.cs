using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace CoroutineGen.Pushing;

/// <summary>A synchronous coroutine with the operations of an asynchronous one, which have completed when they return.</summary>
[StackTraceHidden]
internal sealed class Synchronous<TYield>(ICoroutine<TYield> inner) : IAsyncCoroutine<TYield>
{
    public ICoroutine<TYield> Inner => inner;

    public CoroutineState State => inner.State;

    public TYield Current => inner.Current;

    public ValueTask<bool> MoveNextAsync() => new(inner.MoveNext());

    public ValueTask<bool> TryThrowAsync(Exception error) => new(inner.TryThrow(error));

    public ValueTask CloseAsync()
    {
        inner.Close();
        return default;
    }

    public IAsyncEnumerator<TYield> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => throw new NotSupportedException("It is never enumerated.");
}
