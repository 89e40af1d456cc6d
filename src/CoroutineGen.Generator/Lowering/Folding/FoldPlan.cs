using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Folding;

/// <summary>Decides how a recursive method delegates to itself: by inner coroutines, or by a stack of frames in one coroutine.</summary>
internal static class FoldPlan
{
    /// <summary>Folds where the method delegates to nothing but itself, with no handler or finally block around the delegations.</summary>
    // yield.From(Walk(d - 1));      ---->  f = ref Walk(ref frames, 1, f.d - 1); goto Start;      flat: a call of the static factory
    // yield.From(left.Walk());      ---->  inner = left.Walk(); return 1;                         folded: an instance method
    // yield.From(other);            ---->  return delegator.To(1, f.other);                       neither
    public static SelfDelegation Of(List<Suspend> delegations, LoweringContext context)
    {
        if (delegations.Count == 0
            || !delegations.TrueForAll(d => d.CallsItself && d.Protection == Protection.None)
            || SelfCall.ReturnsThroughFinally(context.Method))
            return SelfDelegation.No;
        return delegations.TrueForAll(d => d.TakesFrames) ? SelfDelegation.Flat : SelfDelegation.Folded;
    }
}
