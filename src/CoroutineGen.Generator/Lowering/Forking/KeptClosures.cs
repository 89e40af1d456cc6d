using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// Refuses what keeps a closure across a suspension: a fork has new environments, and the closure would still mean the one that it was made
/// with. Closures over what nothing assigns mean the same in both, and those that are made anew after each suspension do too.
/// </summary>
// int n = 0; Func<int> read = () => n; n++; yield(read());     refused: the fork would read the original's n
// Func<int> read = () => n; yield(read());                     accepted, where n is never assigned
// yield(1); Func<int> read = () => n; F(read);                 accepted: made anew
internal sealed class KeptClosures
{
    private readonly VariableMap _variables;
    private readonly LoweringContext _context;
    private readonly Captures _captures;

    /// <summary>The variables that may keep such a closure, each with what that captures.</summary>
    private readonly Dictionary<Variable, Captured> _keepers = [];

    private KeptClosures(VariableMap variables, LoweringContext context)
    {
        _variables = variables;
        _context = context;
        _captures = new Captures(variables, context);
    }

    public static void Check(List<Suspend> points, FlowGraph flow, VariableMap variables, LoweringContext context)
    {
        var kept = new KeptClosures(variables, context);
        if (!kept._captures.Any)
            return;
        kept.FindKeepers();
        var said = new HashSet<Variable>();
        foreach (var point in points)
        {
            var place = Places.Of(point, context);
            foreach (var variable in LiveVariables(point, place, flow, variables, context))
                if (kept._keepers.TryGetValue(variable, out var captured) && said.Add(variable))
                    kept.Refuse(place, variable.Description, captured);
            // What is delegated to has it among its own variables.
            if (point.Kind == SuspensionKind.Delegate && context.Suspensions.Find(place)?.Operand is { } operand
                && MayKeep.Closure(context.TypeOf(operand)) && kept.KeptIn(operand) is { } given)
                kept.Refuse(operand, "What this delegates to", given);
        }
    }

    private static IEnumerable<Variable> LiveVariables(
        Suspend point, SyntaxNode place, FlowGraph flow, VariableMap variables, LoweringContext context)
        => flow.LiveAcross(point).Where(v => v.Storage == Storage.Frame).Concat(
            VariableScopes.Around(place, context.Method).Select(variables.FindScope).OfType<VariableScope>()
                .SelectMany(s => s.Variables).Where(v => v.Storage == Storage.Environment));

    private void Refuse(SyntaxNode place, string what, Captured captured)
        => _context.Refusals.Add(
            ForkDiagnostics.ClosureKept, place, char.ToUpperInvariant(what[0]) + what.Substring(1), captured.Variable.Name,
            captured.Reason);

    /// <summary>Follows closures from where they are made into variables, and from these into others, until nothing changes.</summary>
    private void FindKeepers()
    {
        var flows = ValueFlows.In(_variables, _context).Where(f => MayKeep.Closure(f.To.TypeSymbol)).ToList();
        bool changed;
        do
        {
            changed = false;
            foreach (var (to, from) in flows)
            {
                if (_keepers.ContainsKey(to) || KeptIn(from) is not { } captured)
                    continue;
                _keepers.Add(to, captured);
                changed = true;
            }
        }
        while (changed);
    }

    /// <summary>What a closure captures that the value of an expression may hold; null for nothing.</summary>
    private Captured? KeptIn(SyntaxNode expression)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (_captures.Of(node) is { } captured)
                return captured;
            if (node is IdentifierNameSyntax name && _variables.Find(name) is { } variable
                && _keepers.TryGetValue(variable, out var kept))
                return kept;
        }
        return null;
    }
}
