using System.Collections;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Flow;

/// <summary>
/// Which variables are live at each node: a backward data flow analysis, repeated until nothing changes. A declaration kills a variable;
/// each other mention is a use, an assignment too, since copied text is not looked into; only where it is asked to be exact, a statement
/// that is nothing but an assignment kills what it assigns.
/// </summary>
// int n = F(); yield(1); G(n);      n is live across the suspension
// yield(1); int n = F(); G(n);      n is live across none
internal sealed class Liveness
{
    private readonly FlowGraph _graph;
    private readonly bool _isExact;
    private readonly Dictionary<Variable, int> _numbers = [];
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<FlowNode, BitArray> _live = [];
    private BitArray _spare;

    public Liveness(FlowGraph graph, bool isExact = false)
    {
        _graph = graph;
        _isExact = isExact;
        var mentions = graph.Nodes.ToDictionary(n => n, n => MentionedIn(n.Instruction));
        foreach (var node in graph.Nodes)
            _live[node] = new BitArray(_variables.Count);
        _spare = new BitArray(_variables.Count);
        bool changed;
        do
        {
            changed = false;
            foreach (var node in graph.Nodes)
                changed |= Flow(node, mentions[node]);
        }
        while (changed);
    }

    /// <summary>Whether a variable is live at a node.</summary>
    public bool IsLive(Variable variable, FlowNode place) => _numbers.TryGetValue(variable, out int number) && _live[place][number];

    /// <summary>The variables that are live at a node.</summary>
    public IEnumerable<Variable> At(FlowNode place)
    {
        var live = _live[place];
        return _variables.Where((_, number) => live[number]);
    }

    /// <summary>The equation of a node: live = uses ∪ (live at its successors − declared) ∪ live at the handlers around it.</summary>
    /// <returns>Whether that has changed what was known of it.</returns>
    private bool Flow(FlowNode node, (List<int> Uses, List<int> Declared) mentioned)
    {
        var live = _spare;
        live.SetAll(false);
        foreach (var next in _graph.Successors(node))
            live.Or(_live[next]);
        if (node.Resumption is { } resumption)
            live.Or(_live[resumption]);
        foreach (int variable in mentioned.Declared)
            live[variable] = false;
        // After the kill: an exception may be thrown before the declaration here has run.
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
            _spare = known;
            return true;
        }
        return false;
    }

    /// <summary>The variables that an instruction uses and kills; one that it declares and mentions is killed.</summary>
    private (List<int> Uses, List<int> Declared) MentionedIn(Instruction instruction)
    {
        var uses = new HashSet<int>();
        var declared = new HashSet<int>();
        if (instruction is Declare declare)
            declared.Add(NumberOf(declare.Variable));
        // What a close does at a suspension is the code of the resumption, which is a node of its own.
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
        if (_isExact && instruction is StraightLine { Code: var line } && AssignedBy(line) is { } assigned)
        {
            declared.Add(NumberOf(assigned));
            if (line.Pieces.Skip(1).All(piece => !Mentions(piece, assigned)))
                uses.Remove(NumberOf(assigned));
        }
        return (uses.ToList(), declared.ToList());
    }

    /// <summary>The variable that a statement assigns before it does anything else with it; null for none.</summary>
    // ‹x› = F(y);
    private static Variable? AssignedBy(Code code)
        => code.Pieces.Length > 0 && code.Pieces[0] is VariablePiece { IsTarget: true, InClosure: false, Variable: var variable }
            ? variable : null;

    private static bool Mentions(Piece piece, Variable variable) => piece switch
    {
        VariablePiece mention => mention.Variable == variable,
        AddressedPiece addressed => addressed.Variable == variable,
        _ => false,
    };

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
