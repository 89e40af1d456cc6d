using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CoroutineGen;

/// <summary>
/// The ways to fail. They are static and are never given the coroutine: an object that reaches a call which is not inlined cannot
/// stay on the stack of a foreach.
/// </summary>
internal static class Raise
{
    public static CoroutineStateException Running() => new(CoroutineStateReason.Running);

    public static CoroutineStateException IgnoredExit() => new(CoroutineStateReason.IgnoredExit);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool NotResumable(int point) => throw (point == 0
        ? new CoroutineStateException(CoroutineStateReason.NotStarted)
        : Running());

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Completed(object? result) => throw new CoroutineCompletedException(result);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void NoCurrent() => throw new InvalidOperationException(
        "The coroutine is not suspended at a yield, so that it has no current value.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void NoResult(Exception? error) => throw new InvalidOperationException(
        "The coroutine has not returned, so that it has no result.", error);
}
