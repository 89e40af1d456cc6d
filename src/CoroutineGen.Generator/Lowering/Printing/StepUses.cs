namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>What the printed step mentions: noted as it is printed, so that nobody has to look for it in the text.</summary>
[Flags]
internal enum StepUses
{
    None = 0,

    /// <summary>It hands out a value.</summary>
    Current = 1,

    /// <summary>It delegates, and not only to itself in frames of one coroutine.</summary>
    Delegator = 2,

    /// <summary>It says that the coroutine has ended.</summary>
    Closed = 4,

    /// <summary>It has a try statement that was flattened.</summary>
    Handlers = 8,
}
