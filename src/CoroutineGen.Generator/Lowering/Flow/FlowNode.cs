using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Flow;

/// <summary>A place in the flattened body: an instruction, or where the step goes on behind a suspension.</summary>
// A class: a record's hash would be that of all that follows.
internal sealed class FlowNode(Instruction instruction, FlowNode? next, List<Instruction> list, FlowAround around)
{
    public Instruction Instruction { get; } = instruction;

    /// <summary>What comes next in the text; null at the end.</summary>
    public FlowNode? Next { get; } = next;

    /// <summary>The list that the instruction stands in.</summary>
    public List<Instruction> List { get; } = list;

    public FlowAround Around { get; } = around;

    /// <summary>The first place inside of a try region.</summary>
    public FlowNode? Inside { get; set; }

    /// <summary>Of a suspension: where the step goes on, with a value, an exception or a close.</summary>
    public FlowNode? Resumption { get; set; }
}

/// <summary>What surrounds a place.</summary>
/// <param name="Region">The innermost try region; null for none.</param>
/// <param name="Handlers">The clauses that may catch what is thrown here.</param>
/// <param name="Finals">The finally blocks that run where something is thrown here.</param>
internal sealed record FlowAround(FlowNode? Region, ImmutableArray<FlowNode> Handlers, ImmutableArray<FlowNode> Finals)
{
    public static readonly FlowAround Nothing = new(null, ImmutableArray<FlowNode>.Empty, ImmutableArray<FlowNode>.Empty);
}
