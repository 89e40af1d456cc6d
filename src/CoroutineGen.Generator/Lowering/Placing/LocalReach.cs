using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// Whether a variable can stay a local although labels stand between its declaration and its uses: where each path from an entry of the
/// step to a use passes the declaration. Then it is live across no suspension, and C# finds it definitely assigned.
/// </summary>
internal static class LocalReach
{
    public static bool StaysLocal(Variable variable, Instruction declaration, IEnumerable<Instruction> uses, FlowGraph flow)
    {
        var declared = flow.NodeOf(declaration);
        return uses.All(u => u == declaration || IsSeen(declared, flow.NodeOf(u))) && !flow.IsLiveAtEntry(variable);
    }

    /// <summary>Whether a use is in the C# scope of the declaration, and in no try block that a resumption enters past it.</summary>
    private static bool IsSeen(FlowNode declared, FlowNode? use)
    {
        while (use is not null && use.List != declared.List)
        {
            use = use.Around.Region;
            if (use?.Instruction is TryRegion region && Instructions.Suspend(region.Body))
                return false;
        }
        return use is not null;
    }
}
