using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Flow;

/// <summary>A node of the control flow graph: an instruction, or the resumption of a suspension.</summary>
// A class and no record, whose hash would be that of all nodes behind it.
internal sealed class FlowNode(Instruction instruction, FlowNode? next, List<Instruction> list, FlowAround around)
{
    public Instruction Instruction { get; } = instruction;

    /// <summary>The next node of the text; null at the end.</summary>
    public FlowNode? Next { get; } = next;

    /// <summary>The list that the instruction stands in.</summary>
    public List<Instruction> List { get; } = list;

    public FlowAround Around { get; } = around;

    /// <summary>Of a try region: the first node inside.</summary>
    public FlowNode? Inside { get; set; }

    /// <summary>Of a suspension: its resumption, with a value, an exception or a close.</summary>
    public FlowNode? Resumption { get; set; }
}

/// <summary>The try regions around a node.</summary>
/// <param name="Region">The innermost try region; null for none.</param>
/// <param name="Handlers">The first nodes of the catch clauses that may catch what is thrown here.</param>
/// <param name="Finals">The first nodes of the finally blocks that run when something is thrown here.</param>
internal sealed record FlowAround(FlowNode? Region, ImmutableArray<FlowNode> Handlers, ImmutableArray<FlowNode> Finals)
{
    public static readonly FlowAround Nothing = new(null, ImmutableArray<FlowNode>.Empty, ImmutableArray<FlowNode>.Empty);
}
