using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen.Waiting;

/// <summary>
/// The task of an operation that cannot be answered at once, and the step that it waits for. Made at the first await that is really
/// pending, or the first failure, and used again from then on. The coroutines of a chain have none: they borrow that of the root.
/// </summary>
/// <remarks>
/// An operation that waits: the step has come back; <see cref="Begin"/> takes the version; the caller makes the task of it;
/// <see cref="Hook"/>, after which another thread may be at everything, and nothing is touched. An operation that goes on: the coroutine is
/// where it is to be; last of all the result is set, which may run the consumer's next operation within.
/// </remarks>
[StackTraceHidden]
internal sealed class Promise<TYield> : IValueTaskSource<bool>, IValueTaskSource, IStepWaiter
{
    private readonly AsyncCoroutine<TYield> _root;
    private ManualResetValueTaskSourceCore<bool> _core;

    // Operations that overlap are refused by the point of the coroutine, or because the last answer has not been taken. Where several
    // threads begin one at the very same time, each may pass that; then only one gets the promise, since what fails in a continuation would
    // take the process along.
    private int _keeps;
    private int _works;
    private int _isAnswered;

    public Promise(AsyncCoroutine<TYield> root) => _root = root;

    /// <summary>One that has begun a task already, for an operation that waits: nobody knows it yet.</summary>
    /// <param name="root">The coroutine whose operations it answers.</param>
    /// <param name="box">The step that the operation waits for.</param>
    /// <param name="version">The version of the task.</param>
    public Promise(AsyncCoroutine<TYield> root, StepBox<int> box, out short version)
    {
        _root = root;
        Box = box;
        _keeps = 1;
        _works = 1;
        version = _core.Version;
    }

    /// <summary>Whether a task has been given away whose answer nobody has taken: it is to be awaited before the next operation.</summary>
    public bool IsGiven => Volatile.Read(ref _works) != 0;

    /// <summary>Whether the operation in progress closes the coroutine by itself, and not as part of a chain.</summary>
    public bool Closes { get; private set; }

    /// <summary>What the operation waits for.</summary>
    public StepBox<int>? Box { get; private set; }

    /// <summary>Keeps the step that the operation is to wait for.</summary>
    /// <returns>False where it waits for another one: several threads are at the coroutine.</returns>
    // Our own continuation belongs where the body has come to, and the consumer's await takes him where he wants.
    public bool Keep(StepBox<int> box)
    {
        if (Interlocked.CompareExchange(ref _keeps, 1, 0) != 0)
            return false;
        Box = box;
        return true;
    }

    /// <summary>Begins a task for an operation that waits for the step that it keeps here.</summary>
    /// <returns>Its version, which is not to be read later: another thread may have begun the next one by then.</returns>
    /// <exception cref="CoroutineStateException">Another one is in progress: several threads are at the coroutine.</exception>
    public short Begin(bool closes)
    {
        if (TryBegin(closes, out short version))
            return version;
        Volatile.Write(ref _keeps, 0);
        throw Raise.InProgress();
    }

    private bool TryBegin(bool closes, out short version)
    {
        version = 0;
        if (Interlocked.CompareExchange(ref _works, 1, 0) != 0)
            return false;
        Closes = closes;
        _core.Reset();
        version = _core.Version;
        Volatile.Write(ref _isAnswered, 0);
        return true;
    }

    /// <summary>Lets the operation go on when the step has come to its end: now, elsewhere, or before this returns.</summary>
    public void Hook() => Box!.Hook(this);

    /// <summary>
    /// A task that has failed from the beginning; a cancelled one for an <see cref="OperationCanceledException"/> (rule 141).
    /// </summary>
    /// <returns>Its version.</returns>
    /// <exception cref="CoroutineStateException">Another one is in progress; what it keeps here is its own.</exception>
    public short Fail(Exception error)
    {
        if (!TryBegin(closes: false, out short version))
            throw Raise.InProgress();
        if (Interlocked.Exchange(ref _isAnswered, 1) == 0)
            _core.SetException(error);
        return version;
    }

    /// <summary>Ends the task.</summary>
    public void Complete(Outcome outcome, Exception? error)
    {
        if (Interlocked.Exchange(ref _isAnswered, 1) != 0)
            return;
        // Set each time, since Reset leaves it. A consumer without a place of its own must not come to be in the one that the body has led
        // to. That there is room on the stack has been seen when the step came back.
        _core.RunContinuationsAsynchronously = IsSpecialHere;
        if (outcome == Outcome.Raised)
            _core.SetException(error!);
        else
            _core.SetResult(outcome == Outcome.Yielded);
    }

    private static bool IsSpecialHere
        => (SynchronizationContext.Current is { } context && context.GetType() != typeof(SynchronizationContext))
            || TaskScheduler.Current != TaskScheduler.Default;

    // What goes on in a chain is the user's too, and has not asked to be where a body further in has led to.
    void IStepWaiter.StepHasCome()
    {
        if (StackGuard.HasRoom && !(_root.IsChainAtWork && IsSpecialHere))
            Resume();
        else
            ThreadPool.UnsafeQueueUserWorkItem(static promise => ((Promise<TYield>)promise!).Resume(), this);
    }

    private void Resume()
    {
        var box = Box!;
        Box = null;
        Volatile.Write(ref _keeps, 0);
        int point = box.Failure is null ? box.Point : AsyncCoroutine<TYield>.Faulted;
        var (failure, context) = (box.Failure, box.Context);
        SpareBox<int>.Offer(box);
        try
        {
            _root.GoOn(this, point, failure, context);
        }
        finally
        {
            SpareBox<int>.Withdraw(box);
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token) => Answer(token);

    void IValueTaskSource.GetResult(short token) => Answer(token);

    private bool Answer(short token)
    {
        bool isOurs = token == _core.Version;
        if (isOurs && !IsGiven)
            Raise.TakenBefore();
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            if (isOurs)
                Volatile.Write(ref _works, 0);
        }
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _core.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);
}
