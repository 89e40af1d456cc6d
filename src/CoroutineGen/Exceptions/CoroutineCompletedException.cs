using System;

namespace CoroutineGen;

/// <summary>
/// Python's StopIteration: <c>Next</c>, <c>Send</c>, <c>Throw</c> and <c>Prime</c> raise it when the coroutine returns, or had
/// ended before. <c>MoveNext</c>, <c>TrySend</c> and <c>TryThrow</c> return false instead.
/// </summary>
/// <remarks>One that escapes from a body becomes a <see cref="CoroutineStateException"/> (rule 35, PEP 479).</remarks>
public sealed class CoroutineCompletedException : InvalidOperationException
{
    /// <summary>The end of a coroutine without a result.</summary>
    public CoroutineCompletedException()
        : this(null)
    {
    }

    /// <summary>The end of a coroutine that returned a value.</summary>
    /// <param name="result">What it returned.</param>
    public CoroutineCompletedException(object? result)
        : this(result, null)
    {
    }

    /// <summary>The end of a coroutine that is known by name.</summary>
    /// <param name="result">What it returned.</param>
    /// <param name="name">The name of its method, or null.</param>
    internal CoroutineCompletedException(object? result, string? name)
        : base($"{CoroutineStateException.Called(name)} has ended.") => Result = result;

    /// <summary>
    /// What the body returned, for the call in which it did (rule 24). Null for a body without result and for later calls
    /// (rule 25); the coroutine's own <c>Result</c> stays readable.
    /// </summary>
    public object? Result { get; }
}
