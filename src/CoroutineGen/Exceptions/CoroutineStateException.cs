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
        : this(reason, null)
    {
    }

    /// <summary>The error for <paramref name="reason"/>, with its usual text and a cause.</summary>
    /// <param name="reason">Why the operation is refused.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CoroutineStateException(CoroutineStateReason reason, Exception? innerException)
        : base(Describe(reason), innerException) => Reason = reason;

    /// <summary>The error for an operation while another one is in progress, with a text that says more.</summary>
    internal CoroutineStateException(string message)
        : base(message) => Reason = CoroutineStateReason.Running;

    /// <summary>Why the operation is refused. Compare this, never the text.</summary>
    public CoroutineStateReason Reason { get; }

    private static string Describe(CoroutineStateReason reason) => reason switch
    {
        CoroutineStateReason.NotStarted =>
            "The coroutine has not been started: there is no yield yet to send a value to. Call Prime() first.",
        CoroutineStateReason.Running => "The coroutine is already running.",
        CoroutineStateReason.IgnoredExit => "The coroutine yielded when it was asked to end.",
        CoroutineStateReason.LeakedDone => "The coroutine's body let a CoroutineCompletedException escape.",
        _ => "The coroutine's state does not allow this.",
    };
}
