using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CoroutineGen;

/// <summary>
/// The ways to fail. They are static and are never given the coroutine: an object that reaches a call which is not inlined cannot
/// stay on the stack of a foreach.
/// </summary>
// Those that raise are one throw each, and nothing says that they are not to be inlined: only then does the JIT look into them, see that
// they do not return, and forget the way on from there. What it knows of the point and the value then lasts to where they are read.
[StackTraceHidden]
internal static class Raise
{
    /// <summary>Gives an argument back that must not be null.</summary>
    public static T IfNull<T>(T argument, string name)
        where T : class
        => argument ?? throw new ArgumentNullException(name);

    /// <param name="name">The name of the coroutine's method; null where several threads are at it, and it may be any.</param>
    public static CoroutineStateException Running(string? name = null) => new(CoroutineStateReason.Running, name);

    /// <summary>The same of an asynchronous coroutine, which its user may well hold while it waits.</summary>
    public static CoroutineStateException InProgress(string? name = null) => CoroutineStateException.InProgress(name);

    /// <summary>What an operation of an asynchronous coroutine gets that is not in order: another one is in progress.</summary>
    public static Exception Disordered(Exception failure, string? name = null) => failure switch
    {
        CoroutineStateException { Reason: CoroutineStateReason.Running, InnerException: null } => InProgress(name),
        CoroutineStateException => failure,
        _ => new CoroutineStateException(CoroutineStateReason.Running, name, at: null, failure),
    };

    /// <summary>For an asynchronous coroutine that cannot be resumed as it is asked to be, unless it is closed.</summary>
    [DoesNotReturn]
    public static void NotStartedOrInProgress(int point, string name)
        => throw (point == 0 ? new CoroutineStateException(CoroutineStateReason.NotStarted, name) : InProgress(name));

    [DoesNotReturn]
    public static void NotResumable(int point, string name) => throw NotResumed(point, name);

    [DoesNotReturn]
    public static void Completed(object? result, string name) => throw new CoroutineCompletedException(result, name);

    [DoesNotReturn]
    public static void NoCurrent(string? name = null) => throw WithoutCurrent(name);

    [DoesNotReturn]
    public static void LateToken(string name) => throw new InvalidOperationException(
        $"{CoroutineStateException.Called(name)} has been started: its body cannot be given another cancellation token any more.");

    [DoesNotReturn]
    public static void TakenBefore() => throw new InvalidOperationException(
        "The task of this operation has been awaited before: it gives its answer once.");

    [DoesNotReturn]
    public static void NoResult(Exception? error, string name) => throw new InvalidOperationException(
        $"{CoroutineStateException.Called(name)} has not returned, so that it has no result.", error);

    // Messages are put together behind a call, where the JIT does not look: inlined into a foreach, that would be most of its code.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CoroutineStateException NotResumed(int point, string name)
        => point == 0 ? new(CoroutineStateReason.NotStarted, name) : Running(name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static InvalidOperationException WithoutCurrent(string? name)
        => new($"{CoroutineStateException.Called(name)} is not suspended at a yield, so that it has no current value.");
}
