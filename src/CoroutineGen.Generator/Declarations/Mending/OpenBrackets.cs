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
// event Action          ---->  event Action
// [Coroutine]           ---->  {}[Coroutine]
internal static class OpenBrackets
{
    /// <summary>Ends what is a field, a statement or an expression.</summary>
    public static IEnumerable<TextChange> In(CompilationUnitSyntax root, SourceText text) => In(root, text, ";");

    /// <summary>Ends what wants accessors, which attributes may stand before.</summary>
    public static IEnumerable<TextChange> OfAccessors(CompilationUnitSyntax root, SourceText text) => In(root, text, "{}");

    private static IEnumerable<TextChange> In(CompilationUnitSyntax root, SourceText text, string end)
    {
        var tokens = WrittenTokens.In(root).ToArray();
        var open = new Stack<SyntaxToken>();
        bool isMended = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.IsKind(SyntaxKind.OpenBracketToken) && BeginsAttribute(tokens, i))
            {
                int indentation = Indentation(token, text);
                string ending = "";
                while (open.Count > 0 && Indentation(open.Peek(), text) >= indentation)
                    ending += Closing(open.Pop());
                // Where brackets were closed, what is below need not be swallowed any more.
                if (ending.Length > 0 || (!isMended && IsSwallowed(token)))
                {
                    isMended = true;
                    yield return new(new(Place(token), 0), ending + end);
                }
            }
            Count(token, open);
        }
    }

    /// <summary>Whether brackets that open hold the attribute's name, as those of an attribute would.</summary>
    // [Coroutine]    [CoroutineGen.Coroutine(Primed = true)]    [Obsolete, Coroutine]
    private static bool BeginsAttribute(SyntaxToken[] tokens, int opening)
    {
        int depth = 0;
        for (int i = opening; i + 1 < tokens.Length && !tokens[i].IsKind(SyntaxKind.OpenBraceToken); i++)
        {
            if (tokens[i].Kind() is SyntaxKind.OpenBracketToken or SyntaxKind.OpenParenToken)
                depth++;
            else if (tokens[i].Kind() is SyntaxKind.CloseBracketToken or SyntaxKind.CloseParenToken && --depth == 0)
                return false;
            else if (depth == 1 && tokens[i].IsKind(SyntaxKind.IdentifierToken) && CoroutineSyntax.IsAttributeName(tokens[i].ValueText)
                && tokens[i + 1].Kind() is SyntaxKind.CloseBracketToken or SyntaxKind.OpenParenToken or SyntaxKind.CommaToken)
                return true;
        }
        return false;
    }

    private static bool IsSwallowed(SyntaxToken attribute)
        => attribute.Parent is not AttributeListSyntax { Parent: MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } };

    /// <summary>Above what is written of the coroutine; but directives have their lines for themselves.</summary>
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
