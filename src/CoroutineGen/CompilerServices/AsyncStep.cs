using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What a step that may wait has come to: the point where the body stands, an exception, or an await that has not come back. For generated
/// code.
/// </summary>
/// <typeparam name="TPoint">Always <see cref="int"/>: C# lets a type of one's own be what an async method returns only with one type
/// argument, that of its result.</typeparam>
// Not a ValueTask: nobody awaits a step. Its coroutine looks whether it has come back, and else is told when.
[AsyncMethodBuilder(typeof(AsyncStepBuilder<>))]
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct AsyncStep<TPoint>
{
    private readonly TPoint _point;
    private readonly object? _other;

    /// <summary>A step that has come back.</summary>
    /// <param name="point">Where the body stands.</param>
    public AsyncStep(TPoint point)
        : this(point, null)
    {
    }

    internal AsyncStep(TPoint point, object? other)
    {
        _point = point;
        _other = other;
    }

    /// <summary>Whether it has come back, and has not failed: then it has a point.</summary>
    internal bool HasPoint => _other is null;

    /// <summary>Where the body stands.</summary>
    internal TPoint Point => _point;

    /// <summary>What it has failed with, or null.</summary>
    internal Exception? Failure => _other as Exception;

    /// <summary>What it waits with, or null.</summary>
    internal StepBox<TPoint>? Box => _other as StepBox<TPoint>;
}
