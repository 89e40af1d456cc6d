using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.CompilerServices;

/// <summary>How the C# compiler makes an async method of a step. For generated code.</summary>
/// <typeparam name="TPoint">Always <see cref="int"/>.</typeparam>
// Nothing is made before an await that is really pending. Then a box is, for the state machine of the compiler's and for all that is to
// come of it; or one is taken that a step of the same method has just come back in (see SpareBox).
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public struct AsyncStepBuilder<TPoint>
{
    private TPoint _point;
    private object? _other;

    /// <summary>The builder of a step that has not begun.</summary>
    /// <returns>The builder.</returns>
    public static AsyncStepBuilder<TPoint> Create() => default;

    /// <summary>The step: come back, failed, or waiting.</summary>
    public AsyncStep<TPoint> Task => new(_point, _other);

    /// <summary>
    /// Runs the step to its first await that is pending. Its caller puts back the contexts, and keeps that of the body.
    /// </summary>
    /// <typeparam name="TStateMachine">The compiler's.</typeparam>
    /// <param name="stateMachine">The step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
        => stateMachine.MoveNext();

    /// <summary>Nothing: the box holds the state machine itself.</summary>
    /// <param name="stateMachine">The box.</param>
    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>The step has come back.</summary>
    /// <param name="result">Where the body stands.</param>
    public void SetResult(TPoint result)
    {
        if (_other is StepBox<TPoint> box)
            box.Complete(result, null);
        else
            _point = result;
    }

    /// <summary>The step has failed.</summary>
    /// <param name="exception">With what.</param>
    public void SetException(Exception exception)
    {
        if (_other is StepBox<TPoint> box)
            box.Complete(_point, exception);
        else
            _other = exception;
    }

    /// <summary>Waits, and lets the execution context flow.</summary>
    /// <typeparam name="TAwaiter">Of what is awaited.</typeparam>
    /// <typeparam name="TStateMachine">The compiler's.</typeparam>
    /// <param name="awaiter">Says when it has come back.</param>
    /// <param name="stateMachine">The step.</param>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => BoxOf(ref stateMachine).Await(ref awaiter);

    /// <summary>Waits, and lets the execution context flow.</summary>
    /// <typeparam name="TAwaiter">Of what is awaited.</typeparam>
    /// <typeparam name="TStateMachine">The compiler's.</typeparam>
    /// <param name="awaiter">Says when it has come back.</param>
    /// <param name="stateMachine">The step.</param>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
        => BoxOf(ref stateMachine).AwaitUnsafe(ref awaiter);

    /// <summary>The box of the step: at its first wait the state machine moves into one.</summary>
    private StepBox<TPoint> BoxOf<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_other is StepBox<TPoint> known)
            return known;
        var box = SpareBox<TPoint>.Take<StepBox<TPoint, TStateMachine>>() ?? new StepBox<TPoint, TStateMachine>();
        // First of all, since this builder is a field of the state machine that is copied.
        _other = box;
        box.Machine = stateMachine;
        return box;
    }
}
