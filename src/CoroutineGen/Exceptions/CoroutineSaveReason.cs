namespace CoroutineGen;

/// <summary>Why a coroutine cannot be saved as it stands.</summary>
public enum CoroutineSaveReason
{
    /// <summary>It uses a coroutine or a sequence that is not saveable.</summary>
    NotSaveable,

    /// <summary>An exception waits until a finally block is through (rule 245).</summary>
    PendingException,

    /// <summary>The serialiser cannot write a value, or not so that it could be read back.</summary>
    NotSerialisable,
}
