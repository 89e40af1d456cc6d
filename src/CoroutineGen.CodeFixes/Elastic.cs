using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// The trivia that new nodes come with ask the formatter to lay out what is around them, and it ends lines as it likes. What a user wrote
/// around a node that is replaced stays as it is.
/// </summary>
internal static class Elastic
{
    public static TNode Without<TNode>(TNode node)
        where TNode : SyntaxNode
        => node.ReplaceTokens(node.DescendantTokens(), (_, token) => token
            .WithLeadingTrivia(token.LeadingTrivia.Where(IsKept)).WithTrailingTrivia(token.TrailingTrivia.Where(IsKept)));

    private static bool IsKept(SyntaxTrivia trivia) => !trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation);
}
