using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// The variables of the frame that may be read after a suspension, be it by what unwinds. One that is assigned before it is read is none
/// of them: it holds what nobody will see again.
/// </summary>
internal static class LiveFrame
{
    public static HashSet<Variable> ReadAfter(Suspend point, FlowGraph flow)
    {
        var live = new HashSet<Variable>(flow.ReadAfter(point));
        // A filter is evaluated where something is thrown; in the graph it stands at the try.
        for (var around = flow.NodeOf(point).Around.Region; around is not null; around = around.Around.Region)
            live.UnionWith(Instructions.CodeOf(around.Instruction).SelectMany(Mentions.In));
        return live;
    }
}
