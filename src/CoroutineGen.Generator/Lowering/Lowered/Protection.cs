namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>How an exception or a close that arrives at a suspension is met there: the runtime's own flags.</summary>
[Flags]
internal enum Protection
{
    None = 0,

    /// <summary>A clause may catch it.</summary>
    Catch = 1,

    /// <summary>Something has to run on the way out.</summary>
    Finally = 2,

    /// <summary>A clause names the exit.</summary>
    Exit = 4,

    /// <summary>The class gives back what the body holds; the step is not entered for that.</summary>
    Held = 8,
}
