using System;

namespace CoroutineGen;

/// <summary>
/// The error of a coroutine that had failed when it was saved: exceptions are not saved, only what they were and what they said (rule 231).
/// </summary>
public sealed class RestoredErrorException : Exception
{
    /// <summary>The error of a restored coroutine.</summary>
    /// <param name="originalType">The full name of the class of the exception.</param>
    /// <param name="message">What it said.</param>
    public RestoredErrorException(string originalType, string message)
        : base(message) => OriginalType = originalType;

    /// <summary>The full name of the class of the exception that ended the coroutine.</summary>
    public string OriginalType { get; }
}
