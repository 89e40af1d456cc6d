using System.Collections;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Flow;

/// <summary>
/// Which variables may still be read at each place, as compilers work it out: from the end to the start, until nothing changes. A variable
/// ends to be live, seen backwards, where it is declared; what assigns it in copied text is taken for a mention.
/// </summary>
internal sealed class Liveness
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<Variable, int> _numbers = [];
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<FlowNode, BitArray> _live = [];

    public Liveness(FlowGraph graph)
    {
        _graph = graph;
        var mentions = graph.Nodes.ToDictionary(n => n, n => MentionedIn(n.Instruction));
        foreach (var node in graph.Nodes)
            _live[node] = new BitArray(_variables.Count);
        bool changed;
        do
        {
            changed = false;
            foreach (var node in graph.Nodes)
                changed |= Flow(node, mentions[node]);
        }
        while (changed);
    }

    public bool IsLive(Variable variable, FlowNode place) => _numbers.TryGetValue(variable, out int number) && _live[place][number];

    public IEnumerable<Variable> At(FlowNode place)
    {
        var live = _live[place];
        return _variables.Where((_, number) => live[number]);
    }

    /// <summary>What is live at a place: what is mentioned there, and what is live behind it and not declared there.</summary>
    /// <returns>Whether more is than was known.</returns>
    private bool Flow(FlowNode node, (List<int> Uses, List<int> Declared) mentioned)
    {
        var live = new BitArray(_variables.Count);
        foreach (var next in _graph.Successors(node))
            live.Or(_live[next]);
        if (node.Resumption is { } resumption)
            live.Or(_live[resumption]);
        foreach (int variable in mentioned.Declared)
            live[variable] = false;
        // What is thrown may be so before anything here has been done.
        foreach (var handler in node.Around.Handlers.Concat(node.Around.Finals))
            live.Or(_live[handler]);
        foreach (int variable in mentioned.Uses)
            live[variable] = true;
        var known = _live[node];
        for (int i = 0; i < live.Count; i++)
        {
            if (live[i] == known[i])
                continue;
            _live[node] = live;
            return true;
        }
        return false;
    }

    private (List<int> Uses, List<int> Declared) MentionedIn(Instruction instruction)
    {
        var uses = new HashSet<int>();
        var declared = new HashSet<int>();
        if (instruction is Declare declare)
            declared.Add(NumberOf(declare.Variable));
        // The way of a close from a suspension is that of its resumption.
        foreach (var code in instruction is Suspend suspend ? [suspend.Value] : Instructions.CodeOf(instruction))
        {
            foreach (var piece in code.Pieces)
            {
                switch (piece)
                {
                    case VariablePiece mention:
                        uses.Add(NumberOf(mention.Variable));
                        break;
                    case AddressedPiece addressed:
                        uses.Add(NumberOf(addressed.Variable));
                        break;
                    case OutVariablePiece { Variable: var variable }:
                        declared.Add(NumberOf(variable));
                        break;
                    case PatternVariablePiece { Variable: var variable }:
                        declared.Add(NumberOf(variable));
                        break;
                }
            }
        }
        uses.ExceptWith(declared);
        return (uses.ToList(), declared.ToList());
    }

    private int NumberOf(Variable variable)
    {
        if (!_numbers.TryGetValue(variable, out int number))
        {
            _numbers.Add(variable, number = _variables.Count);
            _variables.Add(variable);
        }
        return number;
    }
}
