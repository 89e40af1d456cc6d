using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// An asynchronous sequence at the end of a chain: it can be advanced and disposed, and is neither sent nor thrown to (rules 98 to 101).
/// Its enumerator is disposed of, and that awaited, before the delegator goes on (rule 174).
/// </summary>
internal sealed class AsyncSequenceNode<TYield>(IAsyncEnumerable<TYield> source, object original) : CoroutineCore<TYield>
{
    private object? _original = original;
    private IAsyncEnumerable<TYield>? _source = source;
    private IAsyncEnumerator<TYield>? _enumerator;

    internal override object Original => _original ?? this;

    protected override string Name => "sequence";

    // Whoever delegated to it may keep the node for long.
    protected override void Clear()
    {
        _original = null;
        _source = null;
        _enumerator = null;
    }

    protected override Protection ProtectionAt(int point) => Protection.Finally;

    // Not a body: what a sequence raises, or is thrown, arrives at the delegation point as it is (rule 101).
    internal override System.Exception Escaping(System.Exception error) => error;

    protected override int Step(int point, Resumption how) => throw Raise.Running();

    // What it does to its contexts is not kept, as it is not where an async method calls it.
    internal override AsyncStep<int> EnterAsync(int point, Resumption how, ref ExecutionContext? around)
    {
        var own = around;
        return Contexts.RunAndKeep(ref own, new Entry(this, how));
    }

    // The awaits go on where the sequence has been called from, as those of an await foreach would.
    private async AsyncStep<int> Move(Resumption how)
    {
        if (how != Resumption.Next)
        {
            await _enumerator!.DisposeAsync();
            // Where it is not closed, this raises the exception.
            Entered(how).RaiseOrUnwind();
            return Closed;
        }
        _enumerator ??= _source!.GetAsyncEnumerator(default);
        try
        {
            if (await _enumerator.MoveNextAsync())
            {
                CurrentValue = _enumerator.Current;
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

    private readonly struct Entry(AsyncSequenceNode<TYield> node, Resumption how) : IStep
    {
        public AsyncStep<int> Run() => node.Move(how);
    }
}
