using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Flow;

/// <summary>The control flow graph of the flattened body, a node for each instruction. Each branch may go either way.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<Label, FlowNode> _labels = [];
    private readonly Dictionary<Instruction, FlowNode> _nodes = [];
    private readonly List<FlowNode> _all = [];
    private readonly List<FlowNode> _suspensions = [];
    private readonly List<FlowNode> _entries = [];
    private Liveness? _liveness;
    private Liveness? _exact;

    private FlowGraph(List<Instruction> body) => Start = Link(body, null, FlowAround.Nothing);

    /// <summary>The first instruction; null in an empty body.</summary>
    public FlowNode? Start { get; }

    /// <summary>All nodes, from the last of the text to the first: the order in which liveness converges soonest.</summary>
    public IReadOnlyList<FlowNode> Nodes => _all;

    /// <summary>The suspensions, in the order of the text.</summary>
    public IEnumerable<FlowNode> Suspensions => _suspensions.OrderBy(n => ((Suspend)n.Instruction).Point);

    /// <summary>
    /// Where the step is resumed: behind each suspension, and in each try region that holds one, since that has a dispatch of its own.
    /// </summary>
    public IReadOnlyList<FlowNode> Entries => _entries;

    public static FlowGraph Of(List<Instruction> body) => new(body);

    /// <summary>The node of an instruction.</summary>
    /// <exception cref="KeyNotFoundException">The graph was made of another body.</exception>
    public FlowNode NodeOf(Instruction instruction) => _nodes[instruction];

    /// <summary>The node of a label.</summary>
    /// <exception cref="KeyNotFoundException">It stands nowhere in the body.</exception>
    public FlowNode NodeOf(Label label) => _labels[label];

    /// <summary>
    /// Where control can go from a node, if nothing is thrown there. A suspension has no successor: the step returns, and its resumption is
    /// an entry of its own.
    /// </summary>
    public IEnumerable<FlowNode> Successors(FlowNode node)
    {
        if (node.Inside is not null)
            return [node.Inside];
        var targets = new HashSet<Label>();
        if (node.Instruction is not Suspend)
            Instructions.AddTargets(node.Instruction, targets);
        var successors = targets.Select(NodeOf);
        return node.Next is null || node.Instruction is Suspend || Instructions.NeverCompletes(node.Instruction)
            ? successors
            : successors.Append(node.Next);
    }

    /// <summary>The variables that are live across a suspension: they may be read after it.</summary>
    public IEnumerable<Variable> LiveAcross(Suspend suspend) => Live.At(NodeOf(suspend).Resumption!);

    /// <summary>The same, without those that are assigned before they are read.</summary>
    public IEnumerable<Variable> ReadAfter(Suspend suspend)
        => (_exact ??= new Liveness(this, isExact: true)).At(NodeOf(suspend).Resumption!);

    /// <summary>The variables that are live before the body has begun: the parameters that it may read.</summary>
    public IEnumerable<Variable> LiveAtStart => Start is null ? [] : Live.At(Start);

    /// <summary>
    /// Whether a variable is live at an entry of the step: some path from there leads to a mention and not through its declaration. Then it
    /// cannot be a local, whose value is gone, and which C# would not find definitely assigned.
    /// </summary>
    public bool IsLiveAtEntry(Variable variable) => _entries.Exists(entry => Live.IsLive(variable, entry));

    private Liveness Live => _liveness ??= new Liveness(this);

    /// <summary>Makes the nodes of a list, from its end to its start.</summary>
    /// <returns>The first node, or what follows an empty list.</returns>
    private FlowNode? Link(List<Instruction> list, FlowNode? after, FlowAround around)
    {
        var next = after;
        for (int i = list.Count - 1; i >= 0; i--)
        {
            var instruction = list[i];
            // A resumption is a node: it may bring an exception or a close, whose code belongs to it.
            var resumption = instruction is Suspend entered
                ? Add(new FlowNode(new StraightLine(Code.Of(entered.OnClose ?? Code.Empty, entered.Releases)), next, list, around))
                : null;
            var node = new FlowNode(instruction, next, list, around) { Resumption = resumption };
            switch (instruction)
            {
                case Mark mark:
                    _labels[mark.Label] = node;
                    break;
                case Suspend:
                    _suspensions.Add(node);
                    _entries.Add(resumption!);
                    break;
                case TryRegion region:
                    LinkRegion(region, node);
                    break;
            }
            _nodes[instruction] = Add(node);
            next = node;
        }
        return next;
    }

    private FlowNode Add(FlowNode node)
    {
        _all.Add(node);
        return node;
    }

    /// <summary>
    /// Makes the nodes of a try region. An exception in the try block may go to each handler, and to the finally block; one in a handler to
    /// the finally block only.
    /// </summary>
    private void LinkRegion(TryRegion region, FlowNode node)
    {
        var outside = node.Around with { Region = node };
        var final = region.Final is null ? null : Link(region.Final, node.Next, outside);
        var after = final ?? node.Next;
        var within = final is null ? outside : outside with { Finals = outside.Finals.Add(final) };
        var handlers = region.Catches.Select(c => Link(c.Body, after, within)).OfType<FlowNode>().ToList();
        node.Inside = Link(region.Body, after, within with { Handlers = within.Handlers.AddRange(handlers) });
        if (node.Inside is not null && Instructions.Suspend(region.Body))
            _entries.Add(node.Inside);
    }
}
