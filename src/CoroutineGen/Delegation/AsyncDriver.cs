using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// The driver of an asynchronous root. Everything is as in <see cref="Driver{TYield}"/>, but that any step may wait: then the operation is
/// left, with all of its state in fields, and goes on from there when that step has come back (rules 171, 175 and 177). Steps are run in
/// the execution context of their own coroutine.
/// </summary>
[StackTraceHidden]
internal partial class AsyncDriver<TYield>(AsyncCoroutine<TYield> root, CoroutineCore<TYield>? innerOrParked)
    : Driver<TYield>(innerOrParked)
{
    /// <summary>The last asynchronous coroutine of the chain, which keeps the context of what is behind it; null for the root.</summary>
    private AsyncCoroutine<TYield>? _near;

    /// <summary>The closing of the chain that is in progress.</summary>
    private Closing<TYield> _closing;

    private bool _isClosing;

    /// <summary>The index in the stack below which the operation, or the closing of one coroutine of the chain, does not go.</summary>
    private int _floor;

    protected AsyncCoroutine<TYield> Root => root;

    /// <summary>The execution context for what has none of its own at the end of the chain.</summary>
    protected ref ExecutionContext? Around => ref (_near ?? root).InnerContext;

    /// <summary>Whether the operation in progress has been left because a step waits.</summary>
    public bool Works { get; private set; }

    /// <summary>The root's own step has come to a delegation.</summary>
    public Outcome Begin(out Exception? raised)
    {
        Outcome outcome;
        try
        {
            Restart(root);
            outcome = Operate(root.Point);
        }
        catch (Exception error)
        {
            outcome = Disordered(error);
        }
        return Leave(outcome, out raised);
    }

    /// <summary>The step that was waited for has come back.</summary>
    public Outcome GoOn(int point, Exception? failure, ExecutionContext? context, out Exception? raised)
    {
        Outcome outcome;
        try
        {
            if (Leaf is AsyncCoroutine<TYield> coroutine)
                coroutine.KeepContext(context);
            outcome = Operate(failure is null ? point : Thrown(failure));
        }
        catch (Exception error)
        {
            outcome = Disordered(error);
        }
        return Leave(outcome, out raised);
    }

    public ValueTask<bool> MoveNextAsync()
    {
        bool isLocated = false;
        Outcome outcome;
        try
        {
            var thrown = Located();
            isLocated = true;
            int point = Enter(Leaf, Resumption.Next, thrown);
            if ((uint)(point - 1) < Delegating - 1)
            {
                var leaf = Leaf;
                leaf.Point = point;
                root.CurrentValue = leaf.CurrentValue;
                return new ValueTask<bool>(true);
            }
            outcome = Operate(point);
        }
        catch (Exception error)
        {
            outcome = Disordered(error, isLocated);
        }
        return Answer(outcome);
    }

    public ValueTask<bool> ThrowAsync(Exception error)
    {
        if (error is CoroutineExitException)
        {
            // An exit is not thrown into the inner coroutines: they are closed, and then it is raised in the root (rule 83).
            var thrown = LocatedAll();
            return Answer(Close(new Closing<TYield>(lowest: 1, thrown, error)));
        }
        bool isLocated = false;
        Outcome outcome;
        try
        {
            var raised = Located() ?? error;
            isLocated = true;
            outcome = Operate(Enter(Leaf, Resumption.Next, raised));
        }
        catch (Exception failure)
        {
            outcome = Disordered(failure, isLocated);
        }
        return Answer(outcome);
    }

    public ValueTask CloseAsync()
    {
        var thrown = LocatedAll();
        var outcome = Leave(Close(new Closing<TYield>(lowest: 0, thrown, exit: null)), out var raised);
        return root.AnswerClose(outcome, raised, closes: false);
    }

    protected ValueTask<bool> Answer(Outcome outcome)
    {
        outcome = Leave(outcome, out var raised);
        return root.Answer(outcome, raised);
    }

    /// <summary>Leaves the driver: what the user is to get goes to the root.</summary>
    private Outcome Leave(Outcome outcome, out Exception? raised)
    {
        raised = null;
        Works = outcome == Outcome.Pending;
        if (outcome == Outcome.Yielded)
            root.CurrentValue = Leaf.CurrentValue;
        else if (outcome == Outcome.Raised)
            raised = TakeError();
        return outcome;
    }

    /// <summary>
    /// Something else than a step has failed: several threads are at the stack. Before the coroutine to step has been located, it is
    /// another thread's operation that is in progress, and nothing is touched.
    /// </summary>
    protected Outcome Disordered(Exception error, bool isLocated = true)
    {
        if (!isLocated)
            throw Raise.Disordered(error);
        _isClosing = false;
        _floor = 0;
        FaultedWith(Raise.Disordered(error));
        return Outcome.Raised;
    }

    /// <summary>Makes the stack end with the coroutine to step, and in the right context.</summary>
    /// <returns>The error to raise in it, or null.</returns>
    protected Exception? Located()
    {
        if (_top >= 0 && IsStillTop(Leaf))
            return null;
        var thrown = Locate(root);
        Adopt();
        return thrown;
    }

    private Exception? LocatedAll()
    {
        try
        {
            var leaf = _top >= 0 ? Leaf : null;
            var thrown = LocateAll(root);
            if (Leaf != leaf)
                Adopt();
            return thrown;
        }
        catch (Exception error)
        {
            throw Raise.Disordered(error);
        }
    }

    /// <summary>Gives the top of a stack that was made anew the context of the nearest coroutine around it that has one.</summary>
    private void Adopt()
    {
        int index = _top;
        if (NodeAt(index) is AsyncCoroutine<TYield> { Context: null })
            index--;
        while (index >= 0 && NodeAt(index) is not AsyncCoroutine<TYield>)
            index--;
        if (index >= 0)
            Adopt(NodeAt(index), Leaf, begins: false);
    }

    /// <summary>
    /// Gives what is delegated to the context of its delegator (rule 158). What is synchronous has none: behind each asynchronous coroutine
    /// all of it shares one, which that keeps for the delegation, whoever drives it.
    /// </summary>
    /// <param name="delegator">The delegator.</param>
    /// <param name="inner">What it delegates to.</param>
    /// <param name="begins">Whether the delegation begins now.</param>
    private void Adopt(CoroutineCore<TYield> delegator, CoroutineCore<TYield> inner, bool begins)
    {
        if (delegator is not AsyncCoroutine<TYield> near)
            return;
        if (inner is AsyncCoroutine<TYield> coroutine)
        {
            if (coroutine.Point == Created)
                coroutine.Context = near.Context;
            return;
        }
        _near = near;
        if (begins || near.InnerContext is null)
            near.InnerContext = near.Context;
    }
}
