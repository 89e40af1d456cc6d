using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// Whether a variable can stay a local although labels stand between its declaration and its uses. It can where each way from a suspension
/// to a use passes the declaration: then C# too finds it assigned, whatever the step is entered with.
/// </summary>
internal static class LocalReach
{
    public static bool StaysLocal(Variable variable, Instruction declaration, IEnumerable<Instruction> uses, FlowGraph flow)
    {
        var declared = flow.NodeOf(declaration);
        return uses.All(u => u == declaration || IsSeen(declared, flow.NodeOf(u))) && !flow.IsLiveAtEntry(variable);
    }

    /// <summary>Whether a use stands in the block of the declaration, or below it, where no suspension is entered.</summary>
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
