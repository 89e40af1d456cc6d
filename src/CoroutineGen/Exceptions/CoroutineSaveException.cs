using System;

namespace CoroutineGen;

/// <summary>A coroutine cannot be saved as it stands, because of something that only the run time knows.</summary>
public sealed class CoroutineSaveException : InvalidOperationException
{
    /// <summary>The error for what stands in the way.</summary>
    /// <param name="reason">What it is.</param>
    /// <param name="coroutine">The method of the coroutine.</param>
    /// <param name="variable">The variable that holds it; null where the coroutine delegates to it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="inner">What a serialiser has said; null for nothing.</param>
    public CoroutineSaveException(
        CoroutineSaveReason reason, string? coroutine, string? variable, string message, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Coroutine = coroutine;
        Variable = variable;
    }

    /// <summary>What stands in the way.</summary>
    public CoroutineSaveReason Reason { get; }

    /// <summary>The method of the coroutine; null where it is not known.</summary>
    public string? Coroutine { get; }

    /// <summary>The variable; null where there is none.</summary>
    public string? Variable { get; }
}
