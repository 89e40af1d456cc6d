using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace CoroutineGen.Waiting;

/// <summary>A step that waits, or has waited: what has become of it, and who is told.</summary>
/// <remarks>
/// What a step awaits is hooked to an <see cref="AsyncIteratorMethodBuilder"/>, as that of an async iterator, and so without an object for
/// each wait: for the frameworks' builder the state machine is a <see cref="Runner"/>, which calls the box.
/// </remarks>
[StackTraceHidden]
internal abstract class StepBox<TPoint>
{
    private const int Hooked = 1, HasCome = 2;

    private AsyncIteratorMethodBuilder _builder = AsyncIteratorMethodBuilder.Create();
    private IStepWaiter? _waiter;
    private int _state;

    /// <summary>Where the body stands, once it has come back.</summary>
    public TPoint Point { get; private set; } = default!;

    /// <summary>What it has failed with.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The execution context that it has ended in; null where that does not flow.</summary>
    public ExecutionContext? Context { get; private set; }

    /// <summary>The thread whose next step may have the box, once this one has come back; 0 where that is none.</summary>
    public int OfferedTo { get; set; }

    /// <summary>Makes it one of a step that has not begun.</summary>
    public void Renew()
    {
        Failure = null;
        Context = null;
        _waiter = null;
        Volatile.Write(ref _state, 0);
    }

    /// <summary>The framework's builder need not look after it any more: it does that for debuggers.</summary>
    public void Drop() => _builder.Complete();

    public void Await<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var runner = new Runner(this);
        _builder.AwaitOnCompleted(ref awaiter, ref runner);
    }

    public void AwaitUnsafe<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        var runner = new Runner(this);
        _builder.AwaitUnsafeOnCompleted(ref awaiter, ref runner);
    }

    /// <summary>The step has come back.</summary>
    // The last thing that is done in it: the waiter may well take the box for the next step.
    public void Complete(TPoint point, Exception? failure)
    {
        Point = point;
        Failure = failure;
        Context = ExecutionContext.Capture();
        if (Interlocked.Exchange(ref _state, HasCome) == Hooked)
            _waiter!.StepHasCome();
    }

    /// <summary>Has a waiter told: now, elsewhere, or before this returns.</summary>
    public void Hook(IStepWaiter waiter)
    {
        _waiter = waiter;
        if (Interlocked.CompareExchange(ref _state, Hooked, 0) != 0)
            waiter.StepHasCome();
    }

    /// <summary>The state machine, for debuggers.</summary>
    public abstract object BoxedMachine { get; }

    protected abstract void MoveNext();

    [StackTraceHidden]
    private readonly struct Runner(StepBox<TPoint> box) : IAsyncStateMachine
    {
        public void MoveNext() => box.MoveNext();

        public void SetStateMachine(IAsyncStateMachine stateMachine)
        {
        }
    }
}

/// <summary>The same with the state machine of the compiler's.</summary>
[StackTraceHidden]
internal sealed class StepBox<TPoint, TStateMachine> : StepBox<TPoint>
    where TStateMachine : IAsyncStateMachine
{
    public TStateMachine Machine = default!;

    public override object BoxedMachine => Machine;

    protected override void MoveNext() => Machine.MoveNext();
}

/// <summary>Who is told when a step has come back.</summary>
internal interface IStepWaiter
{
    void StepHasCome();
}
