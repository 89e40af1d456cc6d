using System.Collections;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>A coroutine behind a class of the user's own (rules 102 and 103): delegation knows nothing of what is inside.</summary>
public sealed class Foreign(ICoroutine<int, int, int> inner) : ICoroutine<int, int, int>
{
    public CoroutineState State => inner.State;

    public int Current => inner.Current;

    public bool HasResult => inner.HasResult;

    public int Result => inner.Result;

    public bool MoveNext() => inner.MoveNext();

    public bool TrySend(int value) => inner.TrySend(value);

    public bool TryThrow(Exception error) => inner.TryThrow(error);

    public void Close() => inner.Close();

    public IEnumerator<int> GetEnumerator() => inner.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
