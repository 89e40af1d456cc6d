namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// Where a coroutine may be in its life at one place of a method. Several flags: one on some ways to the place, another on others.
/// None: no way leads here, for what came before has thrown.
/// </summary>
[Flags]
internal enum Stages : byte
{
    None = 0,

    /// <summary>Nothing of it has run: a send throws.</summary>
    Created = 1,

    Suspended = 2,

    /// <summary>Suspended or finished: what MoveNext leaves, as long as its answer was not looked at.</summary>
    Resumed = 4,

    /// <summary>Ran to its end, or failed.</summary>
    Finished = 8,

    /// <summary>Closed by its user.</summary>
    Disposed = 16,

    /// <summary>Somebody else has it as well: nothing is said about it any more.</summary>
    Unknown = 32,

    /// <summary>An operation was begun whose answer nobody has taken yet, and which may still be in progress.</summary>
    Pending = 64,

    /// <summary>The same, and nobody can take the answer any more.</summary>
    Dropped = 128,

    Closed = Finished | Disposed,

    InProgress = Pending | Dropped,

    /// <summary>There is no telling what the coroutine can do here.</summary>
    Unclear = Unknown | InProgress,
}
