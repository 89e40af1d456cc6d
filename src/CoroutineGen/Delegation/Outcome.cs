namespace CoroutineGen.Delegation;

/// <summary>What the work of a driver, or an operation that may wait, has come to.</summary>
internal enum Outcome
{
    /// <summary>The top stands at a yield.</summary>
    Yielded,

    /// <summary>The coroutine at the floor has ended.</summary>
    Finished,

    /// <summary>It has failed, with an exception for its user.</summary>
    Raised,

    /// <summary>The top has failed, and nobody has looked yet whether its delegator catches that.</summary>
    Failed,

    /// <summary>The step of the top waits. Only of asynchronous coroutines.</summary>
    Pending,
}
