namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>What a suspension waits for.</summary>
internal enum SuspensionKind
{
    /// <summary>For its caller to resume it.</summary>
    Yield,

    /// <summary>For the end of an inner coroutine, or of a sequence.</summary>
    Delegate,
}
