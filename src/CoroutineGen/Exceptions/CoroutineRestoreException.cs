using System;

namespace CoroutineGen;

/// <summary>A coroutine cannot be restored: nothing has been made, and nothing has run (rules 247 and 248).</summary>
public sealed class CoroutineRestoreException : InvalidOperationException
{
    /// <summary>The error for what is wrong.</summary>
    /// <param name="reason">What it is.</param>
    /// <param name="coroutine">The coroutine, as it was saved; null where it is not known.</param>
    /// <param name="point">The point, as it was saved; null where it is not known.</param>
    /// <param name="variable">The variable; null where it is none.</param>
    /// <param name="message">What it says.</param>
    /// <param name="inner">What a serialiser has said; null for nothing.</param>
    public CoroutineRestoreException(
        CoroutineRestoreReason reason, string? coroutine, string? point, string? variable, string message, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Coroutine = coroutine;
        Point = point;
        Variable = variable;
    }

    /// <summary>What is wrong.</summary>
    public CoroutineRestoreReason Reason { get; }

    /// <summary>The coroutine, by the name under which it was saved; null where it is not known.</summary>
    public string? Coroutine { get; }

    /// <summary>The point where it stood, by the name under which it was saved; null where it is not known.</summary>
    public string? Point { get; }

    /// <summary>The variable; null where it is none.</summary>
    public string? Variable { get; }
}
