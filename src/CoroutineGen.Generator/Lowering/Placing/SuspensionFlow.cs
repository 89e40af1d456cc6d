namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Whether a variable can stay a local although labels stand between its declaration and its uses. It can where each way from a suspension
/// to a use passes the declaration: then C# too finds it assigned, whatever the step is entered with.
/// </summary>
internal sealed class SuspensionFlow
{
    private readonly Dictionary<Label, Node> _labels = [];
    private readonly Dictionary<Instruction, Node> _nodes = [];
    private readonly List<Node> _entered = [];

    public SuspensionFlow(List<Instruction> body) => Link(body, null, null, []);

    /// <summary>A place in the code. The list that it stands in is told by the region around it.</summary>
    private sealed class Node(Instruction instruction, Node? next, List<Instruction> list, IReadOnlyList<Node> handlers, Node? outer)
    {
        public Instruction Instruction { get; } = instruction;

        /// <summary>What comes next in the text; null at the end.</summary>
        public Node? Next { get; } = next;

        public List<Instruction> List { get; } = list;

        /// <summary>Where an exception that arises here may go on.</summary>
        public IReadOnlyList<Node> Handlers { get; } = handlers;

        /// <summary>The try region around it.</summary>
        public Node? Outer { get; } = outer;

        /// <summary>The first place inside of a try region.</summary>
        public Node? Inside { get; set; }
    }

    /// <summary>Whether a variable that one instruction declares and others use can stay a local.</summary>
    public bool StaysLocal(Instruction declaration, IReadOnlyCollection<Instruction> uses)
    {
        var declared = _nodes[declaration];
        return uses.All(u => u == declaration || IsSeen(declared, _nodes[u])) && !IsReached(declaration, uses);
    }

    /// <summary>Whether a use stands in the block of the declaration, or below it, where no suspension is entered.</summary>
    private static bool IsSeen(Node declared, Node? use)
    {
        while (use is not null && use.List != declared.List)
        {
            use = use.Outer;
            if (use?.Instruction is TryRegion region && Instructions.Suspend(region.Body))
                return false;
        }
        return use is not null;
    }

    private bool IsReached(Instruction declaration, IReadOnlyCollection<Instruction> uses)
    {
        var visited = new HashSet<Node>();
        var waiting = new Stack<Node?>(_entered);
        while (waiting.Count > 0)
        {
            if (waiting.Pop() is not { } node || !visited.Add(node) || node.Instruction == declaration)
                continue;
            if (uses.Contains(node.Instruction))
                return true;
            foreach (var next in After(node))
                waiting.Push(next);
        }
        return false;
    }

    private IEnumerable<Node?> After(Node node)
    {
        foreach (var handler in node.Handlers)
            yield return handler;
        if (node.Inside is not null)
        {
            yield return node.Inside;
            yield break;
        }
        var targets = new HashSet<Label>();
        Instructions.AddTargets(node.Instruction, targets);
        foreach (var target in targets)
            yield return _labels[target];
        if (node.Instruction is not Suspend && !Instructions.Leaves(node.Instruction))
            yield return node.Next;
    }

    /// <summary>Makes the places of a list, from its end to its start.</summary>
    private Node? Link(List<Instruction> list, Node? after, Node? outer, IReadOnlyList<Node> handlers)
    {
        var next = after;
        for (int i = list.Count - 1; i >= 0; i--)
        {
            var node = new Node(list[i], next, list, handlers, outer);
            _nodes[list[i]] = node;
            switch (list[i])
            {
                case Mark mark:
                    _labels[mark.Label] = node;
                    break;
                case Suspend suspend:
                    // The point is entered behind it; what arrives there may be an exception, or a close.
                    _entered.Add(new Node(new Run(suspend.OnClose ?? Code.Empty), next, list, handlers, outer));
                    break;
                case TryRegion region:
                    LinkRegion(region, node);
                    break;
            }
            next = node;
        }
        return next;
    }

    private void LinkRegion(TryRegion region, Node node)
    {
        var final = region.Final is null ? null : Link(region.Final, node.Next, node, node.Handlers);
        var behind = new List<Node>(node.Handlers);
        if (final is not null)
            behind.Add(final);
        var inner = new List<Node>(behind);
        foreach (var clause in region.Catches)
        {
            if (Link(clause.Body, final ?? node.Next, node, behind) is { } first)
                inner.Add(first);
        }
        node.Inside = Link(region.Body, final ?? node.Next, node, inner);
        if (Instructions.Suspend(region.Body) && node.Inside is not null)
            _entered.Add(node.Inside);
    }
}
