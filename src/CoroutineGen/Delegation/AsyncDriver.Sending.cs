using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// The driver of an asynchronous root that is sent values. Each goes to the innermost coroutine, if every one above it would pass it on.
/// </summary>
[StackTraceHidden]
internal sealed class AsyncDriver<TYield, TSend>(AsyncCoroutine<TYield> root, CoroutineCore<TYield>? innerOrParked)
    : AsyncDriver<TYield>(root, innerOrParked)
{
    public ValueTask<bool> TrySendAsync(TSend value)
    {
        bool isLocated = false;
        Outcome outcome;
        try
        {
            var thrown = Located();
            isLocated = true;
            var leaf = Leaf;
            // Not at a yield, but at a delegation that is over: the value is for nobody (rule 99).
            outcome = thrown is not null || leaf.Point >= Delegating || !Reaches()
                ? Operate(Enter(leaf, Resumption.Next, thrown))
                : Operate(Enter(leaf, value));
        }
        catch (Exception error)
        {
            outcome = Disordered(error, isLocated);
        }
        return Answer(outcome);
    }

    private int Enter(CoroutineCore<TYield> leaf, TSend value)
    {
        int point = leaf.Point;
        leaf.Point = Driven;
        try
        {
            return Take(leaf switch
            {
                AsyncCoroutine<TYield, TSend> receiver => receiver.EnterAsync(point, value),
                Coroutine<TYield, TSend> receiver => Contexts.RunAndKeep(ref Around, new SentEntry(receiver, point, value)),
                AsyncForeignNode<TYield> foreign => foreign.EnterAsync(value, Around),
                ForeignNode<TYield> foreign => Contexts.RunAndKeep(ref Around, new ForeignEntry(foreign, value)),
                // Receives a base class of TSend.
                _ => leaf.EnterBoxedAsync(point, value, ref Around),
            });
        }
        catch (Exception error)
        {
            return FaultedWith(error);
        }
    }

    /// <summary>Whether a value sent to the root reaches the top: every coroutine of the chain must receive it.</summary>
    private bool Reaches()
    {
        if (_receivers == 0)
            _receivers = 1;
        while (_receivers <= _top && Receives(NodeAt(_receivers)))
            _receivers++;
        return _receivers > _top;
    }

    private static bool Receives(CoroutineCore<TYield> node) => node switch
    {
        AsyncForeignNode<TYield> foreign => foreign.Receives<TSend>(),
        ForeignNode<TYield> foreign => foreign.Receives<TSend>(),
        _ => node is IAsyncCoroutine<TYield, TSend> or ICoroutine<TYield, TSend>,
    };

    [StackTraceHidden]
    private readonly struct SentEntry(Coroutine<TYield, TSend> receiver, int point, TSend sent) : IStep
    {
        public AsyncStep<int> Run() => new(receiver.Enter(point, sent));
    }

    [StackTraceHidden]
    private readonly struct ForeignEntry(ForeignNode<TYield> foreign, TSend sent) : IStep
    {
        public AsyncStep<int> Run() => new(foreign.Enter(sent));
    }
}
