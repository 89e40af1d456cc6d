namespace CoroutineGen;

/// <summary>Where a coroutine is in its life, as <c>inspect.getgeneratorstate</c> tells it.</summary>
public enum CoroutineState
{
    /// <summary>Nothing of the body has run (rule 4).</summary>
    Created,

    /// <summary>It stands at a yield, or at a delegation whose inner stands at a yield.</summary>
    Suspended,

    /// <summary>Its body is executing, or the body of a coroutine that it delegates to (rules 74 and 75).</summary>
    Running,

    /// <summary>It returned, failed or was closed; nothing of the body will run again.</summary>
    Closed,
}
