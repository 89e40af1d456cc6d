namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>What the printed step mentions: noted as it is printed, so that no later pass searches text.</summary>
[Flags]
internal enum StepUses
{
    None = 0,

    /// <summary>It yields a value.</summary>
    Current = 1,

    /// <summary>It delegates, and not only to itself in frames of one coroutine.</summary>
    Delegator = 2,

    /// <summary>It returns that the coroutine is closed.</summary>
    Closed = 4,

    /// <summary>It has a try statement that was flattened.</summary>
    Handlers = 8,
}
