using System;
using System.Runtime.CompilerServices;
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
// A coroutine only by its type, so that it can stand in the place of the link from the root; its own link is then the root's.
internal partial class Driver<TYield> : Coroutine<TYield>
{
    /// <summary>Instead of a point: the step failed with <see cref="_error"/>.</summary>
    private const int Faulted = int.MinValue;

    // Most chains are three deep or less.
    private Entry[] _stack = new Entry[3];
    private int _top = -1;
    private Exception? _error;

    /// <summary>The coroutine that last yielded twice in a row, so that a steady stream does not look into the stack.</summary>
    private Coroutine<TYield>? _last;

    /// <summary>How many coroutines, from the root, are known to receive what the root is sent.</summary>
    private int _receivers;

    /// <summary>A driver without a chain yet.</summary>
    /// <param name="slot">What the root keeps in its <see cref="Coroutine{TYield}.Slot"/>, whose place the driver takes.</param>
    public Driver(Coroutine<TYield>? slot)
    {
        Cold = slot;
        Point = Driving;
        Tag = DriverNumber.Next();
    }

    /// <summary>What tells the driver from others: the tag of all coroutines on its stack.</summary>
    public int Number => Tag;

    protected override string Name => "driver";

    /// <summary>A struct, so that storing into the array does not ask whether the array is of that very class.</summary>
    private struct Entry
    {
        public Coroutine<TYield> Node;
    }

    /// <summary>The top of the stack.</summary>
    protected Coroutine<TYield> Leaf => _stack[_top].Node;

    /// <summary>
    /// Whether a coroutine that was on the stack still is its top, and stands at a yield: one that is popped loses the tag, and one that is
    /// not the top delegates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Stands(Coroutine<TYield> node) => node.Tag == Number && (uint)(node.Point - 1) < Delegating - 1;

    protected enum Outcome
    {
        /// <summary>The top stands at a yield.</summary>
        Yielded,

        /// <summary>The coroutine at the floor has ended.</summary>
        Finished,

        /// <summary>It has failed with <see cref="_error"/>.</summary>
        Raised,

        /// <summary>The top has failed with <see cref="_error"/>, and nobody has looked yet whether its delegator catches that.</summary>
        Failed,
    }

    /// <summary>The root's own step has come to a delegation.</summary>
    public bool Begin(Coroutine<TYield> root)
    {
        Restart(root);
        return Complete(root, Settle(0, root.Point));
    }

    internal sealed override bool Drive(Coroutine<TYield> root)
    {
        var leaf = _last;
        if (leaf is null || !Stands(leaf))
        {
            if (_top < 0 || !Stands(leaf = Leaf))
                return Complete(root, Settle(0, Locate(root)));
        }
        int point = leaf.Point;
        leaf.Point = Driven;
        Outcome outcome;
        try
        {
            point = leaf.Enter(point, Resumption.Next);
            if ((uint)(point - 1) < Delegating - 1)
            {
                leaf.Point = point;
                root.CurrentValue = leaf.CurrentValue;
                if (leaf != _last)
                    _last = leaf;
                return true;
            }
            outcome = Run(0, point);
        }
        catch (Exception error)
        {
            _error = error;
            outcome = Outcome.Failed;
        }
        return Complete(root, outcome);
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
        return Complete(root, Settle(0, thrown ?? error));
    }

    public void Close(Coroutine<TYield> root)
    {
        var error = LocateAll(root);
        CloseDown(0, ref error);
        if (error is not null)
            Fault.Rethrow(error);
    }

    protected bool Complete(Coroutine<TYield> root, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Yielded:
                root.CurrentValue = Leaf.CurrentValue;
                return true;
            case Outcome.Finished:
                return false;
            case Outcome.Failed:
                return Complete(root, Settle(0, Faulted));
            default:
                throw Fault.Rethrow(TakeError());
        }
    }

    /// <summary>Keeps the exception that a step has failed with.</summary>
    /// <returns><see cref="Faulted"/>.</returns>
    protected int FaultedWith(Exception error)
    {
        _error = error;
        return Faulted;
    }

    private Exception TakeError()
    {
        var error = _error!;
        _error = null;
        return error;
    }

    /// <summary>Enters the top, by raising an exception there or to go on, and goes on until <see cref="Settle(int, int)"/> ends.</summary>
    protected Outcome Settle(int floor, Exception? thrown) => Settle(floor, Step(Leaf, Resumption.Next, thrown));

    /// <summary>Enters a coroutine of the chain. An exception is not raised where nothing surrounds the point: it fails at once.</summary>
    /// <returns>The point where it stands, or <see cref="Faulted"/>.</returns>
    private int Step(Coroutine<TYield> node, Resumption how, Exception? thrown)
    {
        try
        {
            return Enter(node, how, thrown);
        }
        catch (Exception error)
        {
            return FaultedWith(error);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Enter(Coroutine<TYield> node, Resumption how, Exception? thrown)
    {
        int point = node.ResumePoint;
        if (thrown is not null)
        {
            if (node.Surrounding(point) == Protection.None)
            {
                return FaultedWith(thrown);
            }
            node.Park(thrown);
            how = Resumption.Throw;
        }
        node.Point = Driven;
        return node.Enter(point, how);
    }

    /// <summary>
    /// Goes on from where the step of the top has come to, until something is yielded or the coroutine at <paramref name="floor"/>
    /// has ended.
    /// </summary>
    protected Outcome Settle(int floor, int point)
    {
        for (;;)
        {
            try
            {
                return Run(floor, point);
            }
            catch (Exception error)
            {
                point = FaultedWith(error);
                if (!IsEntered)
                    return Outcome.Raised;
            }
        }
    }

    /// <summary>
    /// Whether the top was left by the exception that has come out of <see cref="Run"/>. If not, the stack itself is in disorder, since
    /// several threads use it at a time: to try again would fail again, for ever.
    /// </summary>
    private bool IsEntered => (uint)_top < (uint)_stack.Length && _stack[_top].Node is { Point: Driven };

    /// <summary><see cref="Settle(int, int)"/> up to the first step that fails: many steps, one handler around them all.</summary>
    // Inlined there, its variables would live in memory, where the handler could read them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome Run(int floor, int point)
    {
        var node = Leaf;
        for (;;)
        {
            Exception? thrown = null;
            if (point > 0)
            {
                node.Point = point;
                if (point < Delegating)
                    return Outcome.Yielded;
                // Most have been made for this, and Descend would find that out.
                var child = node.Waited;
                if (child is not null && (uint)child.Point < Delegating)
                {
                    Push(child);
                    node = child;
                }
                else
                {
                    thrown = Descend();
                    node = Leaf;
                }
            }
            else if (point == Faulted)
            {
                thrown = node.Fail(TakeError());
                Pop(node);
                if (_top < floor)
                {
                    _error = thrown;
                    return Outcome.Raised;
                }
                node = Leaf;
            }
            else
            {
                node.End();
                Pop(node);
                if (_top < floor)
                    return Outcome.Finished;
                node = Leaf;
            }
            point = Enter(node, Resumption.Next, thrown);
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
            var node = Leaf;
            switch (Settle(floor, StepToClose(node, error)))
            {
                case Outcome.Yielded:
                    while (_top >= floor)
                        Pop(Leaf);
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
            // Only where another thread works on the same stack.
            if (_top >= floor)
                throw Raise.Running();
        }
    }

    protected override int Step(int point, Resumption how) => throw Raise.Running();

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
