using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

// How a chain is closed: from the innermost coroutine outwards, each on its own.
internal partial class Driver<TYield>
{
    public bool Throw(CoroutineCore<TYield> root, Exception error)
    {
        if (error is not CoroutineExitException)
            return Complete(root, Settle(0, Locate(root) ?? error));
        // An exit is not thrown into the inner coroutines: they are closed, and then it is raised in the root (rule 83).
        var closing = new Closing<TYield>(lowest: 1, LocateAll(root), error);
        CloseDown(ref closing);
        return Complete(root, Settle(0, closing.Error ?? closing.Exit));
    }

    public void Close(CoroutineCore<TYield> root)
    {
        var closing = new Closing<TYield>(lowest: 0, LocateAll(root), exit: null);
        CloseDown(ref closing);
        if (closing.Error is not null)
            Fault.Rethrow(closing.Error);
    }

    /// <summary>
    /// Closes the coroutines of the chain from the top down to the lowest, each on its own (rules 84 to 88), from wherever it is at.
    /// </summary>
    /// <param name="closing">What it is at. Afterwards its error is what is to be raised outside of the lowest.</param>
    private void CloseDown(ref Closing<TYield> closing)
    {
        while (_top >= closing.Lowest)
        {
            closing.Floor = _top;
            closing.Node = Leaf;
            HasClosed(ref closing, Settle(closing.Floor, StepToClose(closing.Node, closing.Error)));
        }
    }

    /// <summary>The step that was to close a coroutine has come to its end: what is to be raised in the next one?</summary>
    protected void HasClosed(ref Closing<TYield> closing, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Yielded:
                while (_top >= closing.Floor)
                    Pop(Leaf);
                closing.Error = closing.Node.IgnoredExit();
                break;
            case Outcome.Raised:
                closing.Error = TakeError();
                if (closing.Error is CoroutineExitException)
                {
                    closing.Node.Absorb();
                    closing.Error = null;
                }
                break;
            default:
                closing.Error = null;
                break;
        }
        // Only where another thread works on the same stack.
        if (_top >= closing.Floor)
            throw Raise.Running();
    }

    /// <summary>
    /// Enters a coroutine to close it, by raising an error or an exit there, or by a jump. Not at all where it has nothing to run.
    /// </summary>
    private int StepToClose(CoroutineCore<TYield> node, Exception? error)
    {
        if (error is not null)
            return Step(node, Resumption.Throw, error);
        var protection = node.Surrounding(node.ResumePoint);
        if ((protection & Protection.Exit) != 0)
            return Step(node, Resumption.Throw, new CoroutineExitException());
        if ((protection & Protection.Finally) == 0)
            return (protection & Protection.Held) == 0 ? Closed : GiveBack(node);
        node.InnerOrParked = null;
        return Step(node, Resumption.Close, null);
    }

    /// <summary>Ends a coroutine of which nothing has to run but what it holds.</summary>
    private int GiveBack(CoroutineCore<TYield> node)
    {
        node.Point = Driven;
        try
        {
            node.GiveBack();
            return Closed;
        }
        catch (Exception error)
        {
            return FaultedWith(error);
        }
    }
}
