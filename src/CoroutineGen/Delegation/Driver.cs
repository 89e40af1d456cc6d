using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>
/// Resumes a chain of delegating coroutines for its root, the one that the user resumes: the innermost is stepped directly, whatever
/// the depth, and nothing here is recursive (rule 96).
/// </summary>
/// <remarks>
/// <para>The links from each coroutine to the one that it delegates to are the truth; the stack is a copy. Coroutines can be shared,
/// so others may resume, close or finish any of them in between. What keeps the copy honest:</para>
/// <list type="bullet">
/// <item>a coroutine that is pushed is tagged with the driver's number, and untagged when it is popped;</item>
/// <item>a coroutine that moves while delegating does so by a driver, which tags everything below it anew;</item>
/// <item>so as long as the innermost coroutine has our tag, every link above it is as we know it, and otherwise the stack is built
/// again from the links.</item>
/// </list>
/// <para>Of all the coroutines of a chain at work only the innermost is marked, as Driven; together with the tag, that tells which
/// ones count as running (rule 75) and which merely delegate to one that somebody else is running (rule 95).</para>
/// </remarks>
internal sealed partial class Driver<TYield>(object? slot)
{
    private const int Delegating = Coroutine<TYield>.Delegating;
    private const int Closed = Coroutine<TYield>.Closed;

    /// <summary>Instead of a point: the step failed with <see cref="_error"/>.</summary>
    private const int Faulted = int.MinValue;

    private readonly int _number = DriverNumber.Next();

    public int Number => _number;

    private Coroutine<TYield>?[] _stack = new Coroutine<TYield>?[4];
    private int _top = -1;

    /// <summary>The top of the stack; null only before the first use.</summary>
    private Coroutine<TYield>? _leaf;
    private Exception? _error;

    /// <summary>How many coroutines, from the root, are known to receive what the root is sent.</summary>
    private int _receivers;

    /// <summary>The top of the stack, where it is known to receive what the root is sent, as all coroutines above it do.</summary>
    private object? _receiver;

    /// <summary>What the root keeps in its <see cref="Coroutine{TYield}.Slot"/>, whose place the driver has taken.</summary>
    internal object? Slot = slot;

    private enum Outcome
    {
        Yielded,
        Finished,
        Raised,
    }

    /// <summary>The root's own step has come to a delegation.</summary>
    public bool Begin(Coroutine<TYield> root)
    {
        Restart(root);
        return Complete(root, Settle(0, root.Point));
    }

    public bool MoveNext(Coroutine<TYield> root)
    {
        var leaf = _leaf;
        if (leaf is null || leaf.Tag != _number || (uint)(leaf.Point - 1) >= Delegating - 1)
        {
            var thrown = Locate(root);
            return Complete(root, Settle(0, Step(_leaf!, Resumption.Next, thrown)));
        }
        int point = leaf.Point;
        leaf.Point = Coroutine<TYield>.Driven;
        try
        {
            point = leaf.Enter(point, Resumption.Next);
        }
        catch (Exception error)
        {
            _error = error;
            point = Faulted;
        }
        if ((uint)(point - 1) >= Delegating - 1)
            return Complete(root, Settle(0, point));
        leaf.Point = point;
        root.CurrentValue = leaf.CurrentValue;
        return true;
    }

    public bool Throw(Coroutine<TYield> root, Exception error)
    {
        Exception? thrown;
        if (error is CoroutineExitException)
        {
            // An exit is not thrown into the inner coroutines: they are closed, and then it is raised in the root (rule 83).
            thrown = LocateAll(root);
            CloseDown(1, ref thrown);
        }
        else
        {
            thrown = Locate(root);
        }
        return Complete(root, Settle(0, Step(_leaf!, Resumption.Throw, thrown ?? error)));
    }

    public void Close(Coroutine<TYield> root)
    {
        var error = LocateAll(root);
        CloseDown(0, ref error);
        if (error is not null)
            Fault.Rethrow(error);
    }

    private bool Complete(Coroutine<TYield> root, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Yielded:
                root.CurrentValue = _leaf!.CurrentValue;
                return true;
            case Outcome.Finished:
                return false;
            default:
                throw Fault.Rethrow(TakeError());
        }
    }

    private Exception TakeError()
    {
        var error = _error!;
        _error = null;
        return error;
    }

    /// <summary>Enters a coroutine of the chain. An exception is not raised where nothing surrounds the point: it fails at once.</summary>
    /// <returns>The point where it stands, or <see cref="Faulted"/>.</returns>
    private int Step(Coroutine<TYield> node, Resumption how, Exception? thrown)
    {
        int point = node.ResumePoint;
        if (thrown is not null)
        {
            if (node.Surrounding(point) == Protection.None)
            {
                _error = thrown;
                return Faulted;
            }
            node.Park(thrown);
            how = Resumption.Throw;
        }
        node.Point = Coroutine<TYield>.Driven;
        try
        {
            return node.Enter(point, how);
        }
        catch (Exception error)
        {
            _error = error;
            return Faulted;
        }
    }

    /// <summary>
    /// Goes on from where the step of the top has come to, until something is yielded or the coroutine at <paramref name="floor"/>
    /// has ended.
    /// </summary>
    private Outcome Settle(int floor, int point)
    {
        for (;;)
        {
            var node = _leaf!;
            Exception? thrown = null;
            if (point == Faulted)
            {
                thrown = node.Fail(TakeError());
                Pop();
                if (_top < floor)
                {
                    _error = thrown;
                    return Outcome.Raised;
                }
            }
            else if (point < 0)
            {
                node.End(null);
                Pop();
                if (_top < floor)
                    return Outcome.Finished;
                // Without a result, nothing will come to ask for it.
                if (!node.HasOutcome)
                    _leaf!.Slot = null;
            }
            else
            {
                node.Point = point;
                if (point < Delegating)
                    return Outcome.Yielded;
                thrown = Descend();
            }
            point = Step(_leaf!, Resumption.Next, thrown);
        }
    }

    /// <summary>
    /// Closes the coroutines of the chain from the top down to <paramref name="lowest"/>, each on its own (rules 84 to 88).
    /// </summary>
    /// <param name="lowest">The place in the stack of the last one to close.</param>
    /// <param name="error">
    /// What to raise, instead of an exit, at the point of the first; then what is to be raised outside of the last.
    /// </param>
    private void CloseDown(int lowest, ref Exception? error)
    {
        while (_top >= lowest)
        {
            int floor = _top;
            var node = _leaf!;
            switch (Settle(floor, StepToClose(node, error)))
            {
                case Outcome.Yielded:
                    while (_top >= floor)
                        Pop();
                    error = Raise.IgnoredExit();
                    break;
                case Outcome.Raised:
                    error = TakeError();
                    if (error is CoroutineExitException)
                    {
                        node.Absorb();
                        error = null;
                    }
                    break;
                default:
                    error = null;
                    break;
            }
        }
    }

    private int StepToClose(Coroutine<TYield> node, Exception? error)
    {
        if (error is not null)
            return Step(node, Resumption.Throw, error);
        var protection = node.Surrounding(node.ResumePoint);
        if ((protection & Protection.Exit) != 0)
            return Step(node, Resumption.Throw, new CoroutineExitException());
        if ((protection & Protection.Finally) == 0)
            return Closed;
        node.Slot = null;
        return Step(node, Resumption.Close, null);
    }
}
