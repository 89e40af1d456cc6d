using System;
using System.Runtime.CompilerServices;

namespace CoroutineGen.Delegation;

// The stack: how it is built from the links, and when it can be believed.
internal partial class Driver<TYield>
{
    /// <summary>The last coroutine of a chain: the first that does not delegate.</summary>
    public static CoroutineCore<TYield> EndOf(CoroutineCore<TYield> node)
    {
        var circle = default(Circle<TYield>);
        while (node.Point >= Delegating && node.Waited is { } inner && !circle.ClosesAt(inner))
            node = inner;
        return node;
    }

    /// <summary>The current value of a delegating coroutine, which is given in pieces so that it does not escape from its user.</summary>
    public static TYield CurrentOf(CoroutineCore<TYield>? rare, int tag, TYield current)
    {
        var circle = default(Circle<TYield>);
        for (; ; )
        {
            if (tag == DriverNumber.OfTwin)
                return current;
            if (rare is Driver<TYield> driver)
            {
                // Its own driver resumed it last, and has copied the value of the innermost coroutine to it.
                if (driver.Number == tag)
                {
                    if (driver.IsAtWork)
                        Raise.NoCurrent();
                    return current;
                }
                rare = driver.Rare;
            }
            if (rare is not { } node || circle.ClosesAt(node))
                throw Raise.Running();
            // The inner coroutine was run to completion from outside of this chain. Until its delegator is resumed, the current value
            // is still the last one that the delegator has handed out.
            if (node.Point == Closed)
                return current;
            if (node.Point <= 0)
                Raise.NoCurrent();
            if (node.Point < Delegating)
                return node.CurrentValue;
            (rare, tag, current) = (node.Rare, node.Tag, node.CurrentValue);
        }
    }

    private bool IsAtWork => _top >= 0 && Leaf.Point == Driven && Leaf.Tag == Number;

    /// <summary>Makes the stack end with the coroutine to step: the innermost, or one whose inner has ended or cannot be resumed.</summary>
    /// <returns>The error to raise in it, or null.</returns>
    /// <exception cref="CoroutineStateException">The root itself counts as running; nothing is touched (rule 71).</exception>
    protected Exception? Locate(CoroutineCore<TYield> root)
    {
        if (_top >= 0 && IsStillTop(Leaf))
            return null;
        if (root.IsDriven)
            throw Raise.Running();
        Restart(root);
        return Descend();
    }

    /// <summary>The same for closing, which is seen by each coroutine: also by those that are folded into the innermost.</summary>
    protected Exception? LocateAll(CoroutineCore<TYield> root)
    {
        var error = Locate(root);
        return error is null && Leaf.Point is > 0 and < Delegating && Leaf.Unfold() ? Descend() : error;
    }

    /// <summary>Empties the stack but for the root.</summary>
    protected void Restart(CoroutineCore<TYield> root)
    {
        while (_top >= 0)
            Pop(Leaf);
        Push(root);
    }

    /// <summary>
    /// Follows the links below the top, which has the truth, and pushes what it finds until there is one to step. Where the chain ends
    /// in a coroutine that has ended, its delegator is to go on without a result (rules 89 and 91); where it comes to one that is
    /// running, its delegator gets the error (rules 93 to 95).
    /// </summary>
    /// <returns>The error to raise in the top, or null to resume it.</returns>
    protected Exception? Descend()
    {
        var node = Leaf;
        var child = node.Waited;
        int running = child is { Point: >= Delegating } ? RunningBelow(child) : 0;
        var circle = default(Circle<TYield>);
        for (; ; )
        {
            if (child is null)
                return Raise.Running();
            int point = child.Point;
            bool delegates = point >= Delegating;
            if (delegates ? (running != 0 && child.Tag == running) || circle.ClosesAt(child) : point < 0)
            {
                node.InnerOrParked = null;
                if (point == Closed)
                    return null;
                // It is being run directly, and its tag may be that of a stack that reached it through the link just removed.
                if (point == Running)
                    child.Tag = 0;
                return Raise.Running();
            }
            Push(child);
            if (!delegates)
                return null;
            node = child;
            child = node.Waited;
        }
    }

    /// <summary>The number of the driver at work that a chain leads into, or 0: every coroutine on its stack counts as running.</summary>
    private int RunningBelow(CoroutineCore<TYield> node)
    {
        // This driver is running too, but marks no coroutine as Driven while it follows links: a link back into its own stack is a cycle.
        var circle = default(Circle<TYield>);
        while (node.Point >= Delegating && node.Tag != Number && node.Waited is { } inner && !circle.ClosesAt(inner))
            node = inner;
        return node.Tag == Number ? Number : node.Point == Driven ? node.Tag : 0;
    }

    /// <summary>Whether a value sent to the root reaches the top: every coroutine of the chain must receive it.</summary>
    protected bool Reaches<TSend>()
    {
        if (_receivers == 0)
            _receivers = 1;
        while (_receivers <= _top && Receives<TSend>(_stack[_receivers].Node))
            _receivers++;
        return _receivers > _top;
    }

    /// <summary>Whether nothing was pushed since <see cref="Reaches{TSend}"/> has said yes.</summary>
    protected bool AllReceive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _receivers > _top;
    }

    private static bool Receives<TSend>(CoroutineCore<TYield> node) => node is Coroutine<TYield, TSend>
        || (node is ForeignNode<TYield> foreign ? foreign.Receives<TSend>() : node is ICoroutine<TYield, TSend>);

    protected void Push(CoroutineCore<TYield> node)
    {
        if (++_top == _stack.Length)
            Array.Resize(ref _stack, _top * 2);
        _stack[_top].Node = node;
        node.Tag = Number;
    }

    protected void Pop(CoroutineCore<TYield> top)
    {
        if (top.Tag == Number)
            top.Tag = 0;
        _stack[_top] = default;
        _top--;
        if (_receivers > _top + 1)
            _receivers = _top + 1;
    }
}
