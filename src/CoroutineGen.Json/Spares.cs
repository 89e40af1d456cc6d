using System;
using System.Threading;

namespace CoroutineGen.Json;

/// <summary>
/// Objects that are used again: one for each thread, or nearly. It is no static of the thread's, since those are not safe in an assembly
/// that is unloaded.
/// </summary>
internal sealed class Spares<T>
    where T : class
{
    private readonly T?[] _spares = new T?[64];

    private ref T? Own => ref _spares[Environment.CurrentManagedThreadId & (_spares.Length - 1)];

    /// <summary>One that nobody else uses; null where there is none.</summary>
    public T? Take() => Interlocked.Exchange(ref Own, null);

    /// <summary>Takes one back, which nobody uses any more.</summary>
    public void Return(T spare) => Volatile.Write(ref Own, spare);
}
