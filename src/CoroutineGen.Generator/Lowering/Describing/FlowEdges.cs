using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Describing;

/// <summary>Finds which suspension can follow which: the edges of the state diagram.</summary>
// while (n <= 3) yield(n);    ---->  start to point 1, start to end, point 1 to point 1, point 1 to end
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
    /// Where control goes on from a suspension: to what follows it, or where an exception or a close unwinds to.
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

    /// <summary>
    /// Searches the graph from a suspension, up to the next ones. An edge is "unwinding" where no normal path leads along it.
    /// </summary>
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
            // Finally blocks are left out: one that stays a finally block does not suspend, and an exception goes on behind it.
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
