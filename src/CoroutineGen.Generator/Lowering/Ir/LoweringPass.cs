namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>What has been done to the instructions of a body, for whoever shows them between the passes.</summary>
internal enum LoweringPass
{
    /// <summary>The statements that suspend are marks and jumps, and their expressions are free of suspensions.</summary>
    Flattened,

    /// <summary>What nobody needs is gone, and the body has an end.</summary>
    Tidied,

    /// <summary>It is decided where each variable lives.</summary>
    Placed,

    /// <summary>The points have numbers and the labels names: what is left is to print.</summary>
    Numbered,
}

/// <summary>Is shown the instructions after a pass; later passes change them.</summary>
internal delegate void LoweringObserver(LoweringPass pass, List<Instruction> body);
