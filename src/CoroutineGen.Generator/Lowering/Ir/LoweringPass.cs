namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>The passes after which an observer is shown the instructions.</summary>
internal enum LoweringPass
{
    /// <summary>Statements that suspend are lowered to labels and jumps, and suspensions are spilled out of expressions.</summary>
    Flattened,

    /// <summary>Unreachable code is removed, and the body has an end.</summary>
    Tidied,

    /// <summary>Variables are hoisted, or stay locals.</summary>
    Placed,

    /// <summary>Suspension points have numbers and labels have names.</summary>
    Numbered,
}

/// <summary>Is shown the instructions after a pass; later passes change them in place.</summary>
internal delegate void LoweringObserver(LoweringPass pass, List<Instruction> body);
