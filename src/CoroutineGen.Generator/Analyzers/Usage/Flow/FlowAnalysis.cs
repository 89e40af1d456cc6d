using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// Follows the coroutines that a method makes through its control flow graph, until nothing new is found. A finally region is followed
/// by itself, from each way that leads through it: otherwise what is known on the way of an exception would leak into the normal one.
/// </summary>
internal sealed class FlowAnalysis
{
    private readonly ControlFlowGraph _graph;
    private readonly Variables _variables;
    private readonly FlowLog _log;
    private readonly CancellationToken _cancellation;

    private FlowAnalysis(ControlFlowGraph graph, FlowLog log, CancellationToken cancellation)
    {
        _graph = graph;
        _variables = new(graph);
        _log = log;
        _cancellation = cancellation;
    }

    /// <summary>The results for a graph and for every function that stands in it and makes coroutines.</summary>
    public static IEnumerable<FlowResult> Run(ControlFlowGraph graph, Factories factories, CancellationToken cancellation)
    {
        var log = new FlowLog(graph, factories);
        if (log.Sites.Count > 0)
        {
            var analysis = new FlowAnalysis(graph, log, cancellation);
            var segment = new Segment(analysis, null);
            segment.Run(0, new(analysis._variables.Count, log.Sites.Count));
            yield return new(graph, log.Sites, log.Uses, segment.StateAt(graph.Blocks.Length - 1), log.Touched);
        }
        foreach (var nested in Variables.Nested(graph))
            foreach (var result in Run(nested, factories, cancellation))
                yield return result;
    }

    /// <summary>A run over the whole graph, or over one finally region.</summary>
    private sealed class Segment(FlowAnalysis analysis, ControlFlowRegion? region)
    {
        private readonly Dictionary<int, FlowState> _states = [];
        private readonly SortedSet<int> _waiting = [];

        /// <summary>The state where the finally region has run to its end.</summary>
        public FlowState? End { get; private set; }

        /// <summary>The state where an exception leaves the finally region.</summary>
        public FlowState? Raised { get; private set; }

        public FlowState? StateAt(int block) => _states.TryGetValue(block, out var state) ? state : null;

        public void Run(int first, FlowState state)
        {
            Reach(first, state);
            while (_waiting.Count > 0)
            {
                analysis._cancellation.ThrowIfCancellationRequested();
                int next = _waiting.Min;
                _waiting.Remove(next);
                Run(analysis._graph.Blocks[next], _states[next].Clone());
            }
        }

        private void Run(BasicBlock block, FlowState state)
        {
            var evaluator = new Evaluator(analysis._log, analysis._variables, block, state);
            foreach (var operation in block.Operations)
                evaluator.Evaluate(operation);
            (FlowState? whenTrue, FlowState? whenFalse) = (evaluator.State, evaluator.State);
            if (block.BranchValue is { } value && block.ConditionKind != ControlFlowConditionKind.None)
                (whenTrue, whenFalse) = evaluator.Branch(value);
            else if (block.BranchValue is { } left)
                evaluator.Escape(evaluator.Evaluate(left));
            if (evaluator.Raised is { } raised)
                Raise(block.EnclosingRegion, raised);
            bool isWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            Follow(block, block.FallThroughSuccessor, isWhenTrue ? whenFalse : whenTrue);
            Follow(block, block.ConditionalSuccessor, isWhenTrue ? whenTrue : whenFalse);
        }

        private void Follow(BasicBlock block, ControlFlowBranch? branch, FlowState? state)
        {
            if (state is null)
                return;
            switch (branch?.Semantics)
            {
                case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return:
                    FlowState? left = state;
                    foreach (var crossed in branch.FinallyRegions)
                        if (left is not null)
                            left = Through(crossed, left);
                    if (left is not null && branch.Destination is { } destination)
                        Reach(destination.Ordinal, left);
                    break;
                case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                    Raise(block.EnclosingRegion, state);
                    break;
                case ControlFlowBranchSemantics.StructuredExceptionHandling when region is not null:
                    End = Joined(End, state);
                    break;
            }
        }

        /// <summary>Runs a finally region on the normal way.</summary>
        private FlowState? Through(ControlFlowRegion crossed, FlowState state)
        {
            var inner = new Segment(analysis, crossed);
            inner.Run(crossed.FirstBlockOrdinal, state);
            if (inner.Raised is { } raised)
                Raise(crossed.EnclosingRegion, raised);
            return inner.End;
        }

        /// <summary>An exception goes outward: into every handler that may take it, and through every finally.</summary>
        private void Raise(ControlFlowRegion? from, FlowState? state)
        {
            for (var at = from; at is not null && state is not null; at = at.EnclosingRegion)
            {
                if (at == region)
                {
                    Raised = Joined(Raised, state);
                    return;
                }
                // The root of a lambda's graph stands in a region of the graph around it, whose handlers are not the lambda's.
                if (at.Kind == ControlFlowRegionKind.Root)
                    return;
                if (at.Kind != ControlFlowRegionKind.Try)
                    continue;
                var handlers = at.EnclosingRegion!.NestedRegions.Where(r => r != at);
                if (at.EnclosingRegion.Kind == ControlFlowRegionKind.TryAndCatch)
                {
                    foreach (var handler in handlers)
                        Reach(handler.FirstBlockOrdinal, state);
                }
                else
                {
                    var inner = new Segment(analysis, handlers.Single());
                    inner.Run(inner.First, state);
                    state = inner.Raised is null ? inner.End : Joined(inner.End, inner.Raised);
                }
            }
        }

        private int First => region!.FirstBlockOrdinal;

        private void Reach(int block, FlowState state)
        {
            if (!_states.TryGetValue(block, out var known))
                _states.Add(block, state.Clone());
            else if (!known.Join(state))
                return;
            _waiting.Add(block);
        }

        private static FlowState Joined(FlowState? known, FlowState state)
        {
            if (known is null)
                return state.Clone();
            known.Join(state);
            return known;
        }
    }
}
