using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>What the analysis of one method, or of one nested function, found.</summary>
/// <param name="Sites">The calls of factories, and the blocks that they stand in.</param>
/// <param name="Uses">Every use of what they made.</param>
/// <param name="End">What is known where the method returns; null where it never does.</param>
/// <param name="Touched">The coroutines that were looked at again after they were made.</param>
internal sealed record FlowResult(
    ControlFlowGraph Graph,
    IReadOnlyList<Site> Sites,
    IReadOnlyCollection<Observation> Uses,
    FlowState? End,
    ulong Touched);

/// <summary>A place that makes a coroutine.</summary>
/// <param name="Number">The number of the coroutine, which several places share of which only one is run.</param>
internal sealed record Site(IInvocationOperation Call, Factory Factory, BasicBlock Block, int Number);
