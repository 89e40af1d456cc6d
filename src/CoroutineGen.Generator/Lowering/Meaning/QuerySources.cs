using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// The sources of a query that are evaluated where it stands: the first, and that of a join. All else becomes lambdas. The source of a join
/// behind other clauses is evaluated after the calls of their operators; behind the first source there is no call in between.
/// </summary>
// from a in A() join b in B() on a equals b select a    ---->  A(), B()
internal static class QuerySources
{
    /// <summary>The sources that are evaluated one after the other, without a call in between.</summary>
    public static IReadOnlyList<ExpressionSyntax> Of(QueryExpressionSyntax query)
        => query.FromClause.Type is null && query.Body.Clauses.FirstOrDefault() is JoinClauseSyntax { Type: null } join
            ? [query.FromClause.Expression, join.InExpression]
            : [query.FromClause.Expression];

    /// <summary>Whether a node is in one of them.</summary>
    public static bool Holds(QueryExpressionSyntax query, SyntaxNode node) => Of(query).Any(source => source.Span.Contains(node.Span));
}
