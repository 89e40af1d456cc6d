using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// Warns of arrays and collections that live across a suspension and are changed after it: forks share them, which is what users trip over
/// first.
/// </summary>
// var seen = new List<int>(); for (;;) seen.Add(yield(seen.Count));      a warning at "seen"
// var seen = new List<int>(); seen.Add(1); yield(seen.Count);            none
internal static class SharedWrites
{
    public static void Check(List<Suspend> points, FlowGraph flow, VariableMap variables, LoweringContext context)
    {
        var crossed = new Dictionary<Variable, List<SyntaxNode>>();
        foreach (var point in points)
            foreach (var variable in flow.LiveAcross(point).Where(v => v.Symbol is not null && KnownSymbols.IsChangedInPlace(v.TypeSymbol)))
            {
                if (!crossed.TryGetValue(variable, out var places))
                    crossed.Add(variable, places = []);
                places.Add(Places.Of(point, context));
            }
        if (crossed.Count == 0)
            return;
        foreach (var name in context.Body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (variables.Find(name) is not { } variable || !crossed.TryGetValue(variable, out var places)
                || !IsChanged(name, context) || !places.Exists(p => MayFollow(name, p, variable)))
                continue;
            context.Refusals.Warn(ForkDiagnostics.SharedAndWritten, name.Identifier, variable.Name);
            crossed.Remove(variable);
        }
    }

    /// <summary>Whether a statement changes what a variable holds: an element is assigned, or a method called that changes it.</summary>
    private static bool IsChanged(IdentifierNameSyntax name, LoweringContext context) => name.Parent switch
    {
        ElementAccessExpressionSyntax element => element.Expression == name && Writes.To(element),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member => member.Expression == name
            && call.Expression == member
            && KnownSymbols.IsChange(context.Model.GetSymbolInfo(call, context.Cancellation).Symbol),
        _ => false,
    };

    /// <summary>
    /// Whether a node stands behind a suspension, or in a loop with it, for each iteration of which there is not another variable.
    /// </summary>
    private static bool MayFollow(SyntaxNode node, SyntaxNode suspension, Variable variable)
        => node.SpanStart > suspension.SpanStart
            || suspension.Span.Contains(node.Span)
            || node.Ancestors().Where(IsLoop).Any(loop => loop.Span.Contains(suspension.Span)
                && variable.Declaration is { } declaration && !loop.Span.Contains(declaration.Span));

    private static bool IsLoop(SyntaxNode node)
        => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}
