using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Describing;

/// <summary>Finds which suspension can follow which: what a picture of the coroutine shows.</summary>
internal static class FlowEdges
{
    public static EquatableArray<FlowEdge> Of(FlowGraph graph)
    {
        var edges = EdgesFrom(0, [(graph.Start, false)], graph).ToList();
        foreach (var node in graph.Suspensions)
            edges.AddRange(EdgesFrom(((Suspend)node.Instruction).Point, Resumptions(node, graph), graph));
        return edges.ToEquatableArray();
    }

    /// <summary>
    /// Where control goes on at a suspension: what follows it, or what an exception or a close that arrives there comes to.
    /// </summary>
    private static IEnumerable<(FlowNode? Node, bool IsUnwinding)> Resumptions(FlowNode suspension, FlowGraph graph)
    {
        yield return (suspension.Next, false);
        foreach (var handler in suspension.Around.Handlers)
            yield return (handler, true);
        var closed = new HashSet<Label>();
        Instructions.AddTargets(suspension.Resumption!.Instruction, closed);
        foreach (var label in closed)
            yield return (graph.NodeOf(label), true);
    }

    private static IEnumerable<FlowEdge> EdgesFrom(
        int point, IEnumerable<(FlowNode? Node, bool IsUnwinding)> starts, FlowGraph graph)
    {
        var reached = new SortedDictionary<int, bool>();
        var visited = new HashSet<(FlowNode, bool)>();
        var waiting = new Stack<(FlowNode? Node, bool IsUnwinding)>(starts);
        while (waiting.Count > 0)
        {
            var (node, isUnwinding) = waiting.Pop();
            if (node is null || !visited.Add((node, isUnwinding)))
                continue;
            // A finally that stays one suspends nowhere, and what is thrown goes on behind it.
            foreach (var handler in node.Around.Handlers)
                waiting.Push((handler, true));
            if (node.Instruction is Suspend suspend)
                Reach(suspend.Point, isUnwinding);
            else
            {
                if (Instructions.Returns(node.Instruction))
                    Reach(FlowEdge.End, isUnwinding);
                foreach (var next in graph.Successors(node))
                    waiting.Push((next, isUnwinding));
            }
        }
        return reached.Select(to => new FlowEdge(point, to.Key, to.Value));

        void Reach(int to, bool isUnwinding) => reached[to] = isUnwinding && (!reached.TryGetValue(to, out bool known) || known);
    }
}
