using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Debugging;
using CoroutineGen.Delegation;
using CoroutineGen.Waiting;

namespace CoroutineGen;

// How an operation runs: a step, what it has come to, and the answer, at once or by the promise.
public abstract partial class AsyncCoroutine<TYield>
{
    private Promise<TYield>? _promise;

    // Several threads that misuse it must not have one each: each could keep a step that nobody goes on from.
    internal Promise<TYield> Promise
        => _promise ?? Interlocked.CompareExchange(ref _promise, new Promise<TYield>(this), null) ?? _promise;

    /// <summary>Whether an operation of its own user waits for what the body, or what it delegates to, awaits. For debuggers.</summary>
    internal bool Awaits => _promise is { IsGiven: true } && CurrentState == CoroutineState.Running;

    /// <summary>Where the body went on that awaits now; null for a new one, and where it is not the body itself. For debuggers.</summary>
    internal Place? WentOnFrom
        => Awaits && Point == Running && PendingStep.PointOf(_promise!.Box) is { } point and > Created ? Describe(point) : null;

    /// <inheritdoc/>
    internal sealed override string DebuggerText
        => !Awaits ? base.DebuggerText
            : WentOnFrom is { } place ? $"{NameAndState} awaiting, after {place}"
            : $"{base.DebuggerText}, awaiting";

    /// <summary>The task of each operation is awaited before the next one (rule 144): until then that is refused (rule 117).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void ThrowIfNotTaken()
    {
        if (_promise is { IsGiven: true })
            Raise.NotStartedOrInProgress(Running, Name);
    }

    internal sealed override bool HasAnswerToTake => _promise is { IsGiven: true };

    internal AsyncDriver<TYield> OwnAsyncDriver() => (AsyncDriver<TYield>)OwnDriver();

    private protected override Driver<TYield> NewDriver(CoroutineCore<TYield>? innerOrParked)
        => new AsyncDriver<TYield>(this, innerOrParked);

    /// <summary>Steps the body as its user's own resumption: marked running until the step has come back.</summary>
    /// <returns>True when something is yielded, false when the body has ended.</returns>
    private ValueTask<bool> Advance(int point, Resumption how)
    {
        Point = Running;
        return Arrive(EnterOwn(point, how));
    }

    /// <summary>Answers an operation by what its first step has come to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected ValueTask<bool> Arrive(AsyncStep<int> step)
    {
        int point = step.Point;
        if (step.HasPoint && (uint)(point - 1) < Delegating - 1)
        {
            Point = point;
            return new ValueTask<bool>(true);
        }
        return ArriveElsewhere(step);
    }

    /// <summary>The same where nothing is yielded, or not yet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<bool> ArriveElsewhere(AsyncStep<int> step)
    {
        if (_promise is null && step.Box is { } box && TryWaitFirst(box, out var task))
            return task;
        return Answer(Arrive(Take(step, out var failure), failure, out var raised), raised);
    }

    /// <summary>Waits for the first time, by a promise that is at work for this step from the beginning.</summary>
    /// <returns>False where another thread has been faster, which is a misuse: then this is one more of its operations.</returns>
    private bool TryWaitFirst(StepBox<int> box, out ValueTask<bool> task)
    {
        var promise = new Promise<TYield>(this, box, out short version);
        task = new ValueTask<bool>(promise, version);
        if (Interlocked.CompareExchange(ref _promise, promise, null) is not null)
            return false;
        promise.Hook();
        return true;
    }

    /// <summary>Where a step has come to; one that waits is left with the promise.</summary>
    internal int Take(AsyncStep<int> step, out Exception? failure)
    {
        failure = step.Failure;
        if (step.HasPoint)
            return step.Point;
        if (step.Box is not { } box)
            return Faulted;
        if (Promise.Keep(box))
            return Awaiting;
        failure = Raise.InProgress(Name);
        return Faulted;
    }

    /// <summary>Goes on from where the body's own step has come to.</summary>
    /// <param name="point">The point, <see cref="CoroutineCore{TYield}.Faulted"/> or <see cref="CoroutineCore{TYield}.Awaiting"/>.</param>
    /// <param name="failure">What the step has failed with.</param>
    /// <param name="raised">What the user gets instead of an answer.</param>
    private Outcome Arrive(int point, Exception? failure, out Exception? raised)
    {
        raised = null;
        if (point == Awaiting)
            return Outcome.Pending;
        if (point > 0)
        {
            Point = point;
            return point < Delegating ? Outcome.Yielded : OwnAsyncDriver().Begin(out raised);
        }
        raised = EndWith(failure);
        return raised is null ? Outcome.Finished : Outcome.Raised;
    }

    /// <summary>The answer of an operation that was begun by a call.</summary>
    internal ValueTask<bool> Answer(Outcome outcome, Exception? raised)
    {
        switch (outcome)
        {
            case Outcome.Yielded:
                return new ValueTask<bool>(true);
            case Outcome.Finished:
                return default;
            case Outcome.Pending:
                var promise = Promise;
                short version = promise.Begin(closes: false);
                promise.Hook();
                return new ValueTask<bool>(promise, version);
            default:
                return Failed(raised!);
        }
    }

    /// <summary>The same for closing; <paramref name="closes"/> where it closes this body alone, and not a chain.</summary>
    internal ValueTask AnswerClose(Outcome outcome, Exception? raised, bool closes)
    {
        switch (outcome)
        {
            case Outcome.Pending:
                var promise = Promise;
                short version = promise.Begin(closes);
                promise.Hook();
                return new ValueTask(promise, version);
            case Outcome.Raised:
                return new ValueTask(Promise, Promise.Fail(raised!));
            default:
                return default;
        }
    }

    private ValueTask<bool> Failed(Exception error) => new(Promise, Promise.Fail(error));

    /// <summary>The step that the operation waits for has come back: goes on, and ends its task unless it waits for another.</summary>
    internal void GoOn(Promise<TYield> promise, int point, Exception? failure, ExecutionContext? context)
    {
        Outcome outcome;
        Exception? raised;
        try
        {
            if (Rare is AsyncDriver<TYield> { Works: true } driver)
            {
                outcome = driver.GoOn(point, failure, context, out raised);
            }
            else
            {
                KeepContext(context);
                outcome = Arrive(point, failure, out raised);
            }
            if (outcome == Outcome.Pending)
            {
                promise.Hook();
                return;
            }
            if (promise.Closes)
                outcome = HasClosed(outcome, ref raised);
        }
        catch (Exception error)
        {
            // Several threads are at the coroutine. Nobody is there to get what is thrown here: it would end the process.
            outcome = Outcome.Raised;
            raised = Raise.Disordered(error, Name);
        }
        promise.Complete(outcome, raised);
    }

    /// <summary>Whether the operation that waits is one of a chain.</summary>
    internal bool IsChainAtWork => Rare is AsyncDriver<TYield> { Works: true };

    /// <summary>Keeps the execution context that a step has ended in, on whatever thread. Null where its flow is suppressed.</summary>
    internal void KeepContext(ExecutionContext? context)
    {
        if (context is not null && context != Context)
            Context = context;
    }

    /// <summary>Closes from a point that has something to run.</summary>
    private ValueTask Unwind(int point, Protection protection)
    {
        var how = Resumption.Close;
        if ((protection & Protection.Exit) != 0)
        {
            Park(new CoroutineExitException());
            how = Resumption.Throw;
        }
        Point = Running;
        var outcome = Arrive(Take(EnterOwn(point, how), out var failure), failure, out var raised);
        if (outcome != Outcome.Pending)
            outcome = HasClosed(outcome, ref raised);
        return AnswerClose(outcome, raised, closes: true);
    }

    /// <summary>What closing has come to: to yield is to ignore it, and to fail by the exit is to end.</summary>
    private Outcome HasClosed(Outcome outcome, ref Exception? raised)
    {
        if (outcome == Outcome.Yielded)
        {
            raised = IgnoredExit();
            return Outcome.Raised;
        }
        if (raised is CoroutineExitException)
        {
            Absorb();
            raised = null;
            return Outcome.Finished;
        }
        return outcome;
    }

    /// <summary>An operation's answer as the value handed out.</summary>
    private protected ValueTask<TYield> ValueOf(ValueTask<bool> moved, bool ended)
    {
        if (!moved.IsCompletedSuccessfully)
            return WaitForValue(moved, ended);
        // An answer is taken once.
        return moved.Result ? new ValueTask<TYield>(CurrentValue) : WaitForValue(default, ended);
    }

    private async ValueTask<TYield> WaitForValue(ValueTask<bool> moved, bool ended)
    {
        if (!await moved.ConfigureAwait(false))
            Raise.Completed(ended ? null : BoxedResult, Name);
        return CurrentValue;
    }
}
