using System.Collections.Immutable;

namespace CoroutineGen.Generator.Lowering;

/// <summary>Finds which suspension can follow which: what a picture of the coroutine shows. Conditions are not looked at.</summary>
internal sealed class Flow
{
    private readonly Dictionary<Label, Node> _labels = [];
    private readonly List<Node> _suspensions = [];

    /// <summary>A place in the code, with what comes next there and which handlers an exception finds there.</summary>
    // A class: a record's hash would be that of all that follows.
    private sealed class Node(Instruction instruction, Node? next, ImmutableArray<Node> handlers)
    {
        public Instruction Instruction => instruction;

        public Node? Next => next;

        public ImmutableArray<Node> Handlers => handlers;

        /// <summary>The first place inside a try region.</summary>
        public Node? Inside { get; set; }
    }

    public static EquatableArray<FlowEdge> Of(List<Instruction> body)
    {
        var flow = new Flow();
        var start = flow.Link(body, null, ImmutableArray<Node>.Empty);
        var edges = flow.EdgesFrom(0, [(start, false)]).ToList();
        foreach (var node in flow._suspensions.OrderBy(n => ((Suspend)n.Instruction).Point))
            edges.AddRange(flow.EdgesFrom(((Suspend)node.Instruction).Point, flow.Resumptions(node)));
        return edges.ToEquatableArray();
    }

    /// <summary>Makes the places of a list, from its end to its start.</summary>
    private Node? Link(List<Instruction> list, Node? after, ImmutableArray<Node> handlers)
    {
        var next = after;
        for (int i = list.Count - 1; i >= 0; i--)
        {
            var node = new Node(list[i], next, handlers);
            switch (list[i])
            {
                case Mark mark:
                    _labels[mark.Label] = node;
                    break;
                case Suspend:
                    _suspensions.Add(node);
                    break;
                case TryRegion region:
                    var inner = region.Catches.Select(c => Link(c.Body, next, handlers)).OfType<Node>();
                    node.Inside = Link(region.Body, next, handlers.AddRange(inner));
                    break;
            }
            next = node;
        }
        return next;
    }

    /// <summary>
    /// Where control goes on at a suspension: what follows it, or what an exception or a close that arrives there comes to.
    /// </summary>
    private IEnumerable<(Node? Node, bool IsUnwinding)> Resumptions(Node node)
    {
        yield return (node.Next, false);
        foreach (var handler in node.Handlers)
            yield return (handler, true);
        if (((Suspend)node.Instruction).OnClose is { } onClose)
        {
            foreach (var label in onClose.Pieces.OfType<LabelPiece>())
                yield return (_labels[label.Label], true);
        }
    }

    private IEnumerable<FlowEdge> EdgesFrom(int point, IEnumerable<(Node? Node, bool IsUnwinding)> starts)
    {
        var reached = new SortedDictionary<int, bool>();
        var visited = new HashSet<(Node, bool)>();
        var waiting = new Stack<(Node? Node, bool IsUnwinding)>(starts);
        while (waiting.Count > 0)
        {
            var (node, isUnwinding) = waiting.Pop();
            if (node is null || !visited.Add((node, isUnwinding)))
                continue;
            foreach (var handler in node.Handlers)
                waiting.Push((handler, true));
            if (node.Instruction is Suspend suspend)
                Reach(suspend.Point, isUnwinding);
            else
            {
                if (Instructions.Returns(node.Instruction))
                    Reach(FlowEdge.End, isUnwinding);
                foreach (var next in After(node))
                    waiting.Push((next, isUnwinding));
            }
        }
        return reached.Select(to => new FlowEdge(point, to.Key, to.Value));

        void Reach(int to, bool isUnwinding) => reached[to] = isUnwinding && (!reached.TryGetValue(to, out bool known) || known);
    }

    private IEnumerable<Node?> After(Node node)
    {
        if (node.Inside is not null)
            return [node.Inside];
        var targets = new HashSet<Label>();
        Instructions.AddTargets(node.Instruction, targets);
        var next = targets.Select(label => (Node?)_labels[label]);
        return Instructions.Leaves(node.Instruction) ? next : next.Append(node.Next);
    }
}
