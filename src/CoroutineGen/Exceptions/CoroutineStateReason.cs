namespace CoroutineGen;

/// <summary>Why an operation on a coroutine is refused.</summary>
public enum CoroutineStateReason
{
    /// <summary>A value was sent to a coroutine that does not yet stand at a yield; it is untouched (rule 7).</summary>
    NotStarted,

    /// <summary>The coroutine, or one that it delegates to, is executing (rules 71, 93 to 95).</summary>
    Running,

    /// <summary>The body yielded when it was asked to end; it is suspended there (rules 61 and 62).</summary>
    IgnoredExit,

    /// <summary>A <see cref="CoroutineCompletedException"/> escaped from the body; it is the inner exception (rule 35).</summary>
    LeakedDone,
}
