using System;

namespace CoroutineGen;

/// <summary>
/// An operation that the coroutine's state does not allow: Python's ValueError, TypeError and RuntimeError from generators.
/// </summary>
public sealed class CoroutineStateException : InvalidOperationException
{
    /// <summary>The error for <paramref name="reason"/>, with its usual text.</summary>
    /// <param name="reason">Why the operation is refused.</param>
    public CoroutineStateException(CoroutineStateReason reason)
        : this(reason, null, null, null)
    {
    }

    /// <summary>The error for <paramref name="reason"/>, with its usual text and a cause.</summary>
    /// <param name="reason">Why the operation is refused.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CoroutineStateException(CoroutineStateReason reason, Exception? innerException)
        : this(reason, null, null, innerException)
    {
    }

    /// <summary>The error of a coroutine that is known by name.</summary>
    /// <param name="reason">Why the operation is refused.</param>
    /// <param name="name">The name of its method; null where it is not known which one it is.</param>
    /// <param name="at">Where it stands; null where that says nothing.</param>
    /// <param name="innerException">The cause, or null.</param>
    internal CoroutineStateException(CoroutineStateReason reason, string? name, string? at = null, Exception? innerException = null)
        : this(Describe(reason, Called(name), at), reason, innerException)
    {
    }

    private CoroutineStateException(string message, CoroutineStateReason reason, Exception? innerException)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the operation is refused. Compare this, never the text.</summary>
    public CoroutineStateReason Reason { get; }

    /// <summary>The error for an operation while another one is in progress.</summary>
    /// <param name="name">The name of the coroutine's method, or null.</param>
    internal static CoroutineStateException InProgress(string? name)
        => new($"An operation of {Called(name, "the coroutine")} is in progress: await it first.", CoroutineStateReason.Running, null);

    /// <summary>A coroutine in a sentence.</summary>
    /// <param name="name">The name of its method, or null.</param>
    /// <param name="nameless">What it is called without one.</param>
    internal static string Called(string? name, string nameless = "The coroutine") => name is null ? nameless : $"'{name}'";

    private static string Describe(CoroutineStateReason reason, string coroutine, string? at) => reason switch
    {
        CoroutineStateReason.NotStarted =>
            $"{coroutine} has not been started: there is no yield yet to send a value to. Call Prime() first.",
        CoroutineStateReason.Running =>
            $"{coroutine} is already running: it can be resumed again when it has come to a yield, and by one thread at a time.",
        CoroutineStateReason.IgnoredExit => at is null
            ? $"{coroutine} yielded when it was asked to end."
            : $"{coroutine} yielded when it was asked to end, at {at}.",
        CoroutineStateReason.LeakedDone =>
            $"{coroutine} let a CoroutineCompletedException escape: another coroutine that it resumed had ended, "
            + "which MoveNext and TrySend say by false.",
        _ => $"The state of {coroutine} does not allow this.",
    };
}
