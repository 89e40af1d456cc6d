using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// What a query evaluates at once, where it stands: its first source, and that of a join. All else is evaluated in lambdas, later. A join
/// behind other clauses is evaluated after their operators have been called; only right behind the first source nothing comes in between.
/// </summary>
internal static class QuerySources
{
    /// <summary>The sources that are evaluated one after the other, with nothing in between.</summary>
    public static IReadOnlyList<ExpressionSyntax> Of(QueryExpressionSyntax query)
        => query.FromClause.Type is null && query.Body.Clauses.FirstOrDefault() is JoinClauseSyntax { Type: null } join
            ? [query.FromClause.Expression, join.InExpression]
            : [query.FromClause.Expression];

    /// <summary>Whether a node lies in one of them.</summary>
    public static bool Holds(QueryExpressionSyntax query, SyntaxNode node) => Of(query).Any(source => source.Span.Contains(node.Span));
}
