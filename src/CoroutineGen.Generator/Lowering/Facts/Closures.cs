using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>The functions within a body: lambdas, local functions, query clauses. Most bodies have none, and are searched once.</summary>
internal sealed class Closures(SyntaxNode body)
{
    private readonly bool _any = body.DescendantNodesAndSelf().Any(IsClosure);

    /// <summary>Whether a node runs in a function of its own.</summary>
    public bool Contain(SyntaxNode node)
    {
        if (!_any)
            return false;
        for (var parent = node.Parent; parent is not null && parent != body.Parent; parent = parent.Parent)
        {
            // The first source of a query is evaluated outside of it.
            if (IsClosure(parent) && !(parent is QueryExpressionSyntax query && query.FromClause.Expression.Span.Contains(node.Span)))
                return true;
        }
        return false;
    }

    private static bool IsClosure(SyntaxNode node)
        => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax;
}
