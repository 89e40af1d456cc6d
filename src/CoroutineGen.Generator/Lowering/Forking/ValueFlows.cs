using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// Which variables may get a value from which expressions, by the text: assignments of all kinds, what is stored in an element or a member,
/// and what a collection is given by a call.
/// </summary>
internal static class ValueFlows
{
    public static IEnumerable<(Variable To, SyntaxNode From)> In(VariableMap variables, LoweringContext context)
    {
        foreach (var variable in variables.All)
            if (variable is { Symbol: null, Declaration: ExpressionSyntax kept })
                yield return (variable, kept);
        foreach (var node in context.Body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } value }:
                    if (variables.Find(context.Model.GetDeclaredSymbol(node, context.Cancellation)) is { } declared)
                        yield return (declared, value.Value);
                    break;
                case AssignmentExpressionSyntax assignment:
                    foreach (var to in Mentioned(assignment.Left, variables))
                        yield return (to, assignment.Right);
                    break;
                case ForEachStatementSyntax loop:
                    if (variables.Find(context.Model.GetDeclaredSymbol(loop, context.Cancellation)) is { } item)
                        yield return (item, loop.Expression);
                    break;
                case SingleVariableDesignationSyntax:
                    if (variables.Find(context.Model.GetDeclaredSymbol(node, context.Cancellation)) is { } designated)
                        yield return (designated, Whole(node));
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument:
                    foreach (var to in Mentioned(argument.Expression, variables))
                        yield return (to, Whole(node));
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } }
                    call:
                    if (variables.Find(receiver) is { TypeSymbol: { } type } collection && MayKeep.Items(type))
                        yield return (collection, call.ArgumentList);
                    break;
            }
        }
    }

    private static IEnumerable<Variable> Mentioned(SyntaxNode node, VariableMap variables)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(variables.Find).OfType<Variable>();

    /// <summary>The largest expression around a node, or the head of the statement that it stands in.</summary>
    private static SyntaxNode Whole(SyntaxNode node)
        => node.Ancestors().TakeWhile(a => a is not StatementSyntax).LastOrDefault(a => a is ExpressionSyntax)
            ?? (node.FirstAncestorOrSelf<ForEachVariableStatementSyntax>()?.Expression ?? node.Parent!);
}
