using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Folding;

/// <summary>What becomes of the delegations of a body to itself.</summary>
internal static class FoldPlan
{
    /// <summary>Where it delegates to itself only, and nothing surrounds that, its inner coroutines are frames of the outermost.</summary>
    public static SelfDelegation Of(List<Suspend> delegations, LoweringContext context)
    {
        if (delegations.Count == 0
            || !delegations.TrueForAll(d => d.CallsItself && d.Protection == Protection.None)
            || SelfCall.ReturnsThroughFinally(context.Method))
            return SelfDelegation.No;
        return delegations.TrueForAll(d => d.TakesFrames) ? SelfDelegation.Flat : SelfDelegation.Folded;
    }
}
