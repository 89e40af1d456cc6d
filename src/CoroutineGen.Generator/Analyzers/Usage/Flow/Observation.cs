using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>One use of a coroutine, and what is known of it there, over all ways that lead there.</summary>
internal sealed class Observation
{
    public Observation(IOperation operation, Use use, BasicBlock block)
    {
        Operation = operation;
        Use = use;
        Block = block;
    }

    public IOperation Operation { get; }
    public Use Use { get; }
    public BasicBlock Block { get; }

    /// <summary>The stages before the use.</summary>
    public Stages Stages { get; set; }

    /// <summary>The coroutines that may be used, one bit for each place that makes one.</summary>
    public ulong Coroutines { get; set; }
}
