using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>Refuses delegations to what is known not to be forkable; of the others the run time finds out.</summary>
// yield.From(Numbers())        accepted where Numbers is forkable
// yield.From(new List<int>())  accepted
// yield.From(sequence)         an IEnumerable<int>: the run time knows
// yield.From(segment)          an ArraySegment<int>: refused
internal static class Delegations
{
    public static void Check(Suspend point, LoweringContext context)
    {
        if (point.Kind != SuspensionKind.Delegate
            || context.Suspensions.Find(Places.Of(point, context)) is not { Operand: { } operand }
            || context.TypeOf(operand) is not { } type || ForkTypes.CanDelegateTo(type))
            return;
        context.Refusals.Add(
            ForkDiagnostics.NotForkable, operand, "What this delegates to",
            type.ToMinimalDisplayString(context.Model, operand.SpanStart), Places.RepairOf(type));
    }
}
