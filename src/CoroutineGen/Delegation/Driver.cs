using System;
using System.Diagnostics;
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
// Derives from CoroutineCore only to be stored in the root's Rare field, where the link was; the link of the root is kept in its own.
[StackTraceHidden]
internal partial class Driver<TYield> : CoroutineCore<TYield>
{
    // Most chains are three deep or less.
    private Entry[] _stack = new Entry[3];
    protected int _top = -1;
    private Exception? _error;
    private LongTrace? _trace;

    /// <summary>A cache of the top of the stack: the coroutine that last yielded twice in a row.</summary>
    private CoroutineCore<TYield>? _last;

    /// <summary>How many coroutines, from the root, are known to receive what the root is sent.</summary>
    protected int _receivers;

    /// <summary>A driver without a chain yet.</summary>
    /// <param name="innerOrParked">What the root has in <see cref="CoroutineCore{TYield}.Rare"/>, where the driver is put instead.</param>
    public Driver(CoroutineCore<TYield>? innerOrParked)
    {
        Rare = innerOrParked;
        Point = Driving;
        Tag = DriverNumber.Next();
    }

    /// <summary>What tells the driver from others: the tag of all coroutines on its stack.</summary>
    public int Number => Tag;

    protected override string Name => "driver";

    /// <summary>A struct, so that storing into the array does not ask whether the array is of that very class.</summary>
    [StackTraceHidden]
    private struct Entry
    {
        public CoroutineCore<TYield> Node;
    }

    /// <summary>The top of the stack.</summary>
    protected CoroutineCore<TYield> Leaf => _stack[_top].Node;

    protected CoroutineCore<TYield> NodeAt(int index) => _stack[index].Node;

    /// <summary>
    /// Whether a coroutine that was on the stack still is its top, and is suspended at a yield: one that was popped has lost its tag, and
    /// one below the top delegates.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool IsStillTop(CoroutineCore<TYield> node) => node.Tag == Number && (uint)(node.Point - 1) < Delegating - 1;

    /// <summary>The root's own step has come to a delegation.</summary>
    public bool Begin(CoroutineCore<TYield> root)
    {
        Restart(root);
        return Complete(root, Settle(0, root.Point));
    }

    internal sealed override bool Drive(CoroutineCore<TYield> root)
    {
        var leaf = _last;
        if (leaf is null || !IsStillTop(leaf))
        {
            if (_top < 0 || !IsStillTop(leaf = Leaf))
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

    protected bool Complete(CoroutineCore<TYield> root, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Yielded:
                _trace = null;
                root.CurrentValue = Leaf.CurrentValue;
                return true;
            case Outcome.Finished:
                return false;
            case Outcome.Failed:
                return Complete(root, Settle(0, Faulted));
            default:
                _trace = null;
                throw Fault.Rethrow(TakeError());
        }
    }

    /// <summary>Keeps the exception that a step has failed with.</summary>
    /// <returns><see cref="CoroutineCore{TYield}.Faulted"/>.</returns>
    protected int FaultedWith(Exception error)
    {
        _error = error;
        return Faulted;
    }

    /// <summary>The same for one that was thrown: by a coroutine, and maybe by others further in before.</summary>
    protected int Thrown(Exception error)
    {
        if (_trace?.Error != error)
            _trace = new LongTrace(error);
        else
            _trace.Rise();
        return FaultedWith(error);
    }

    protected Exception TakeError()
    {
        // Null only where several threads are at the chain: another one has taken it.
        var error = _error ?? Raise.Running();
        _error = null;
        return error;
    }

    protected override int Step(int point, Resumption how) => throw Raise.Running();
}
