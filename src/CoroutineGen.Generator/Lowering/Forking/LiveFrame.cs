using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>The variables of the frame that may be read after a suspension, be it by what unwinds.</summary>
internal static class LiveFrame
{
    public static HashSet<Variable> Across(Suspend point, FlowGraph flow) => Of(point, flow, flow.LiveAcross(point));

    /// <summary>The same, without those that are assigned before they are read.</summary>
    public static HashSet<Variable> ReadAfter(Suspend point, FlowGraph flow) => Of(point, flow, flow.ReadAfter(point));

    private static HashSet<Variable> Of(Suspend point, FlowGraph flow, IEnumerable<Variable> variables)
    {
        var live = new HashSet<Variable>(variables);
        // A filter is evaluated where something is thrown; in the graph it stands at the try.
        for (var around = flow.NodeOf(point).Around.Region; around is not null; around = around.Around.Region)
            live.UnionWith(Instructions.CodeOf(around.Instruction).SelectMany(Mentions.In));
        return live;
    }
}
