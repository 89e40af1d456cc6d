using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>
/// An asynchronous sequence at the end of a chain: it can be advanced and disposed, and is neither sent nor thrown to (rules 98 to 101).
/// Its enumerator is disposed of, and that awaited, before the delegator goes on (rule 174).
/// </summary>
/// <param name="source">The sequence. Whoever delegates to it chooses its token, and where its awaits go on (rule 173).</param>
/// <param name="original">What the user sees of it.</param>
[StackTraceHidden]
internal sealed class AsyncSequenceNode<TYield>(ConfiguredCancelableAsyncEnumerable<TYield> source, object original) : AsyncNode<TYield>
{
    private object? _original = original;
    private ConfiguredCancelableAsyncEnumerable<TYield> _source = source;
    private ConfiguredCancelableAsyncEnumerable<TYield>.Enumerator _enumerator;
    private bool _isEnumerated;

    internal override object Original => _original ?? this;

    protected override string Name => "sequence";

    // Whoever delegated to it may keep the node for long.
    protected override void Clear()
    {
        base.Clear();
        _original = null;
        _source = default;
        _enumerator = default;
    }

    protected override Protection ProtectionAt(int point) => Protection.Finally;

    // What is awaited is not an async method of ours: what the sequence sets in an AsyncLocal would end with it.
    protected override async AsyncStep<int> Move(Resumption how)
    {
        if (how != Resumption.Next)
        {
            await _enumerator.DisposeAsync();
            // Where it is not closed, this raises the exception.
            Entered(how).RaiseOrUnwind();
            return Closed;
        }
        if (!_isEnumerated)
            _enumerator = _source.GetAsyncEnumerator();
        _isEnumerated = true;
        try
        {
            if (await _enumerator.MoveNextAsync())
            {
                CurrentValue = _enumerator.Current;
                KeepContext();
                return 1;
            }
        }
        catch
        {
            await _enumerator.DisposeAsync();
            throw;
        }
        await _enumerator.DisposeAsync();
        return Closed;
    }
}
