using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.CodeFixes;

/// <summary>Comments and line ends: what a user wrote around the code that is replaced.</summary>
internal static class Trivia
{
    public static bool IsComment(SyntaxTrivia trivia)
        => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>How the file's first line ends.</summary>
    public static SyntaxTrivia LineEnd(SourceText text)
    {
        var first = text.Lines[0];
        string end = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return SyntaxFactory.EndOfLine(end.Length == 0 ? "\n" : end);
    }
}
