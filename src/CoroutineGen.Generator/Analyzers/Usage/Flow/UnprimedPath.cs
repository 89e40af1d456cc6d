using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// Looks for the branch that decides whether a coroutine is primed before a send, where it is on some ways and not on others. Gives up
/// where the ways may belong together in a manner that the graph does not show: in a loop around the branch, or where another condition
/// decides whether there is a send at all.
/// </summary>
internal sealed class UnprimedPath
{
    private readonly ImmutableArray<BasicBlock> _blocks;
    private readonly HashSet<BasicBlock> _priming;
    private readonly BasicBlock _send;

    private UnprimedPath(FlowResult flow, Observation send)
    {
        _blocks = flow.Graph.Blocks;
        _send = send.Block;
        _priming = [.. flow.Uses
            .Where(use => (use.Coroutines & send.Coroutines) != 0 && Transition.Runs(use.Use) && use.Use is not (Use.Send or Use.TrySend))
            .Select(use => use.Block)];
        foreach (var site in flow.Sites)
            if ((send.Coroutines & (1UL << site.Number)) != 0 && site.Factory.IsPrimed)
                _priming.Add(site.Block);
    }

    /// <summary>The condition, and its value on the unprimed way; null where there is none that can be trusted.</summary>
    public static (IOperation Condition, bool Value)? Find(FlowResult flow, Observation send) => new UnprimedPath(flow, send).Find();

    private (IOperation, bool)? Find()
    {
        foreach (var block in _blocks.Reverse())
        {
            if (block.BranchValue is null || block.ConditionalSuccessor?.Destination is not { } taken
                || block.FallThroughSuccessor?.Destination is not { } other || _priming.Contains(block))
                continue;
            bool isTakenUnprimed = Reaches(taken, _send, _priming);
            bool isOtherUnprimed = Reaches(other, _send, _priming);
            if (isTakenUnprimed == isOtherUnprimed
                || !_priming.Any(priming => Reaches(isTakenUnprimed ? other : taken, priming) && Reaches(priming, _send)))
                continue;
            bool isInLoop = _priming.Any(priming => Reaches(priming, block));
            return isInLoop || _blocks.Any(second => second != block && Reaches(block, second) && Decides(second))
                ? null
                : (block.BranchValue, isTakenUnprimed == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));
        }
        return null;
    }

    /// <summary>Whether a branch decides that the send is reached or not.</summary>
    private bool Decides(BasicBlock branch)
        => branch.ConditionalSuccessor?.Destination is { } taken && branch.FallThroughSuccessor is { } fall
            && Reaches(taken, _send) != (fall.Destination is { } other && Reaches(other, _send));

    private bool Reaches(BasicBlock from, BasicBlock to, HashSet<BasicBlock>? without = null)
    {
        var seen = new HashSet<BasicBlock>();
        var waiting = new Stack<BasicBlock>();
        waiting.Push(from);
        while (waiting.Count > 0)
        {
            var block = waiting.Pop();
            if (block == to)
                return true;
            if (without?.Contains(block) == true || !seen.Add(block))
                continue;
            if (block.FallThroughSuccessor?.Destination is { } next)
                waiting.Push(next);
            if (block.ConditionalSuccessor?.Destination is { } conditional)
                waiting.Push(conditional);
        }
        return false;
    }
}
