using System;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

// How the coroutine on top of the stack is stepped, and where the stack goes from there. Nothing is recursive, and nothing that is needed
// after a step is in a local, since the step may wait.
internal partial class AsyncDriver<TYield>
{
    /// <summary>Goes on from where the step of the top has come to, until the operation has an outcome, or waits.</summary>
    protected Outcome Operate(int point)
    {
        for (; ; )
        {
            var outcome = Run(point);
            if (outcome == Outcome.Pending || !_isClosing)
                return outcome;
            HasClosed(ref _closing, outcome);
            if (!CloseNext(out point))
                return HaveClosed();
        }
    }

    /// <summary>Begins to close a chain, from the innermost coroutine outwards, each on its own (rules 84 to 88).</summary>
    private Outcome Close(Closing<TYield> closing)
    {
        _closing = closing;
        _isClosing = true;
        try
        {
            return CloseNext(out int point) ? Operate(point) : HaveClosed();
        }
        catch (Exception error)
        {
            return Disordered(error);
        }
    }

    /// <summary>Enters the next one to close, or, behind them all, the root, in which an exit is to be raised (rule 83).</summary>
    /// <returns>False where there is nothing to be entered any more.</returns>
    private bool CloseNext(out int point)
    {
        point = Closed;
        if (_top >= _closing.Lowest)
        {
            _floor = _closing.Floor = _top;
            _closing.Node = Leaf;
            point = EnterToClose(Leaf, _closing.Error);
            return true;
        }
        _isClosing = false;
        _floor = 0;
        if (_closing.Exit is null)
            return false;
        var raised = _closing.Error ?? _closing.Exit;
        _closing = default;
        point = Enter(Leaf, Resumption.Next, raised);
        return true;
    }

    private Outcome HaveClosed()
    {
        var error = _closing.Error;
        _closing = default;
        if (error is null)
            return Outcome.Finished;
        FaultedWith(error);
        return Outcome.Raised;
    }

    /// <summary>Enters a coroutine of the chain. An exception is not raised where nothing surrounds the point: it fails at once.</summary>
    /// <returns>
    /// The point where it stands, <see cref="CoroutineCore{TYield}.Faulted"/> or <see cref="CoroutineCore{TYield}.Awaiting"/>.
    /// </returns>
    protected int Enter(CoroutineCore<TYield> node, Resumption how, Exception? thrown)
    {
        int point = node.ResumePoint;
        if (thrown is not null)
        {
            var protection = node.Surrounding(point);
            if (protection == Protection.None)
                return FaultedWith(thrown);
            if (protection == Protection.Held)
                return GiveBackAsync(node) == Faulted ? Faulted : FaultedWith(thrown);
            node.Park(thrown);
            how = Resumption.Throw;
        }
        node.Point = Driven;
        try
        {
            return Take(node.EnterAsync(point, how, ref Around));
        }
        catch (Exception error)
        {
            return Thrown(error);
        }
    }

    /// <summary>Enters a coroutine to close it: not at all where it has nothing to run.</summary>
    private int EnterToClose(CoroutineCore<TYield> node, Exception? error)
    {
        if (error is not null)
            return Enter(node, Resumption.Throw, error);
        var protection = node.Surrounding(node.ResumePoint);
        if ((protection & Protection.Exit) != 0)
            return Enter(node, Resumption.Throw, new CoroutineExitException());
        if ((protection & Protection.Finally) == 0)
            return (protection & Protection.Held) == 0 ? Closed : GiveBackAsync(node);
        node.InnerOrParked = null;
        return Enter(node, Resumption.Close, null);
    }

    /// <summary>
    /// Ends a coroutine of which nothing has to run but what it holds, in the context that its steps run in. Only synchronous ones say
    /// that they hold something: an asynchronous one is entered.
    /// </summary>
    private int GiveBackAsync(CoroutineCore<TYield> node)
    {
        node.Point = Driven;
        try
        {
            return Contexts.RunAndKeep(ref Around, new GivingBack<TYield>(node)).Point;
        }
        catch (Exception error)
        {
            return FaultedWith(error);
        }
    }

    /// <summary>Has a synchronous coroutine whose step has failed give back what it holds, in the context that its steps run in.</summary>
    /// <returns>What its delegator gets: <paramref name="failure"/>, or what has failed besides.</returns>
    private Exception GivenBack(CoroutineCore<TYield> node, Exception failure)
    {
        if (node is AsyncCoroutine<TYield>)
            return failure;
        try
        {
            Contexts.RunAndKeep(ref Around, new GivingBack<TYield>(node));
            return failure;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    /// <summary>Where a step has come to; one that waits is left with the root's promise.</summary>
    protected int Take(AsyncStep<int> step)
    {
        if (step.HasPoint)
            return step.Point;
        int point = root.Take(step, out var failure);
        return failure is null ? point : Thrown(failure);
    }

    /// <summary>
    /// Goes on from where the step of the top has come to, until something is yielded, the coroutine at the floor has ended, or a step
    /// waits.
    /// </summary>
    private Outcome Run(int point)
    {
        var node = Leaf;
        for (; ; )
        {
            Exception? thrown = null;
            if (point > 0)
            {
                node.Point = point;
                if (point < Delegating)
                    return Outcome.Yielded;
                // Nearly always the inner one is fresh, or suspended at a yield. Descend handles all the rest.
                var inner = node.Waited;
                if (inner is not null && (uint)inner.Point < Delegating)
                {
                    Push(inner);
                    Adopt(node, inner, begins: true);
                    node = inner;
                }
                else
                {
                    int delegator = _top;
                    thrown = Descend();
                    for (int index = delegator; index < _top; index++)
                        Adopt(NodeAt(index), NodeAt(index + 1), begins: index == delegator);
                    node = Leaf;
                }
            }
            else if (point == Awaiting)
            {
                return Outcome.Pending;
            }
            else
            {
                thrown = node.EndWith(point == Faulted ? GivenBack(node, TakeError()) : null);
                Pop(node);
                if (_top < _floor)
                {
                    if (thrown is null)
                        return Outcome.Finished;
                    FaultedWith(thrown);
                    return Outcome.Raised;
                }
                node = Leaf;
            }
            point = Enter(node, Resumption.Next, thrown);
        }
    }
}
