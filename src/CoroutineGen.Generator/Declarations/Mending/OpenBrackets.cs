using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>
/// Ends what stands above a coroutine before its attribute. Brackets that are open there are closed where they were opened as far to the
/// right as the attribute stands, or further: those of its type were opened to the left of it.
/// </summary>
// int Sum(int[] all)    ---->  int Sum(int[] all)
// {                     ---->  {
//     foreach (var x    ---->      foreach (var x
// [Coroutine]           ---->  )};[Coroutine]
internal static class OpenBrackets
{
    public static IEnumerable<TextChange> In(CompilationUnitSyntax root, SourceText text)
    {
        var attributes = new HashSet<int>(AttributeWords.In(root.SyntaxTree.ToString()).Select(word => Opening(word, text)));
        var open = new Stack<SyntaxToken>();
        bool isMended = false;
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsMissing || !IsBracket(token) || IsTrivia(token))
                continue;
            if (attributes.Contains(token.SpanStart))
            {
                int indentation = Indentation(token, text);
                string ending = "";
                while (open.Count > 0 && Indentation(open.Peek(), text) >= indentation)
                    ending += Closing(open.Pop());
                // Where brackets were closed, what is below need not be swallowed any more.
                if (ending.Length > 0 || (!isMended && IsSwallowed(token)))
                {
                    isMended = true;
                    yield return new(new(Place(token), 0), ending + ";");
                }
            }
            Count(token, open);
        }
    }

    /// <summary>Where the brackets of an attribute open whose name begins somewhere; -1 where none do.</summary>
    private static int Opening(int word, SourceText text)
    {
        int at = word - 1;
        while (at >= 0 && (SyntaxFacts.IsIdentifierPartCharacter(text[at]) || text[at] is '.' or ':' or ' '))
            at--;
        return at >= 0 && text[at] == '[' ? at : -1;
    }

    private static bool IsBracket(SyntaxToken token) => token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken
        or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.CloseBracketToken;

    /// <summary>Whether it stands in a directive or in a comment; not where the parser has skipped it.</summary>
    private static bool IsTrivia(SyntaxToken token)
        => token.Parent?.FirstAncestorOrSelf<StructuredTriviaSyntax>(ascendOutOfTrivia: false)
            is not (null or SkippedTokensTriviaSyntax);

    private static bool IsSwallowed(SyntaxToken attribute)
        => attribute.Parent is not AttributeListSyntax { Parent: MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } };

    /// <summary>
    /// Above what is written of the coroutine; but directives have their lines for themselves.
    /// </summary>
    private static int Place(SyntaxToken attribute)
        => attribute.Parent is SkippedTokensTriviaSyntax || attribute.LeadingTrivia.Any(trivia => trivia.IsDirective)
            ? attribute.SpanStart
            : attribute.FullSpan.Start;

    private static void Count(SyntaxToken token, Stack<SyntaxToken> open)
    {
        switch (token.Kind())
        {
            case SyntaxKind.CloseBraceToken:
                // What is open within braces ends with them.
                while (open.Count > 0 && !open.Pop().IsKind(SyntaxKind.OpenBraceToken))
                {
                }
                break;
            case SyntaxKind.CloseParenToken when open.Count > 0 && open.Peek().IsKind(SyntaxKind.OpenParenToken):
            case SyntaxKind.CloseBracketToken when open.Count > 0 && open.Peek().IsKind(SyntaxKind.OpenBracketToken):
                open.Pop();
                break;
            case SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken:
                open.Push(token);
                break;
        }
    }

    private static string Closing(SyntaxToken open) => open.Kind() switch
    {
        SyntaxKind.OpenParenToken => ")",
        SyntaxKind.OpenBracketToken => "]",
        _ => "}",
    };

    /// <summary>How far to the right the line of a token begins.</summary>
    private static int Indentation(SyntaxToken token, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(token.SpanStart);
        int at = line.Start;
        while (char.IsWhiteSpace(text[at]))
            at++;
        return at - line.Start;
    }
}
