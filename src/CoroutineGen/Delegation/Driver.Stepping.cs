using System;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

// How the coroutine on top of the stack is stepped, and where the stack goes from there.
internal partial class Driver<TYield>
{
    /// <summary>Enters the top, by raising an exception there or to go on, and goes on until <see cref="Settle(int, int)"/> ends.</summary>
    protected Outcome Settle(int floor, Exception? thrown) => Settle(floor, Step(Leaf, Resumption.Next, thrown));

    /// <summary>Enters a coroutine of the chain. An exception is not raised where nothing surrounds the point: it fails at once.</summary>
    /// <returns>The point where it stands, or <see cref="CoroutineCore{TYield}.Faulted"/>.</returns>
    private int Step(CoroutineCore<TYield> node, Resumption how, Exception? thrown)
    {
        try
        {
            return Enter(node, how, thrown);
        }
        catch (Exception error)
        {
            return Thrown(error);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Enter(CoroutineCore<TYield> node, Resumption how, Exception? thrown)
    {
        int point = node.ResumePoint;
        if (thrown is not null)
        {
            if ((node.Surrounding(point) & ~Protection.Held) == Protection.None)
            {
                node.Point = Driven;
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
        for (; ; )
        {
            try
            {
                return Run(floor, point);
            }
            catch (Exception error)
            {
                point = Thrown(error);
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
    // Inlined into the try block, its locals would live on the stack frame instead of in registers, because of the handler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome Run(int floor, int point)
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
                // The fast path: nearly always the child is fresh, or suspended at a yield. Descend handles all the rest.
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
}
