using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>
/// The tokens of a file in the order of its text: those that the parser has skipped too, and none that it has made up or that stand in
/// directives and comments.
/// </summary>
internal static class WrittenTokens
{
    public static IEnumerable<SyntaxToken> In(CompilationUnitSyntax root, int from = 0)
    {
        foreach (var token in root.DescendantTokens(TextSpan.FromBounds(from, root.FullSpan.End)))
        {
            foreach (var skipped in SkippedIn(token.LeadingTrivia, from))
                yield return skipped;
            if (!token.IsMissing && token.SpanStart >= from)
                yield return token;
            foreach (var skipped in SkippedIn(token.TrailingTrivia, from))
                yield return skipped;
        }
    }

    private static IEnumerable<SyntaxToken> SkippedIn(SyntaxTriviaList list, int from)
        => list.Where(trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            .SelectMany(trivia => ((SkippedTokensTriviaSyntax)trivia.GetStructure()!).Tokens)
            .Where(token => token.SpanStart >= from);
}
