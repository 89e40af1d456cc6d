namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>What a suspension waits for.</summary>
internal enum SuspensionKind
{
    /// <summary>Whoever resumes the coroutine.</summary>
    Yield,

    /// <summary>The end of an inner coroutine, or of a sequence.</summary>
    Delegate,
}
