using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>Leaves out parameters of coroutines that are not complete: until they are, callers see what they saw before.</summary>
// (int samples, Li, Yield<int> yield)       ---->  (int samples, Yield<int> yield)
// (int samples, int fi Yield<int> yield)    ---->  (int samples, Yield<int> yield)
internal static class OpenParameters
{
    public static IEnumerable<TextChange> In(CompilationUnitSyntax root, SourceText text)
    {
        foreach (var method in CoroutineSyntax.MethodsIn(root))
        {
            var list = method.ParameterList;
            if (CoroutineSyntax.YieldParameters(method).Any())
            {
                if (list.ContainsDiagnostics)
                    foreach (var change in Incomplete(list, text))
                        yield return change;
            }
            else if (Glued(list, root) is { } glued)
            {
                yield return Cut.Out(glued, text);
            }
        }
    }

    private static IEnumerable<TextChange> Incomplete(ParameterListSyntax list, SourceText text)
    {
        var parameters = list.Parameters;
        bool isFirst = true;
        for (int i = 0; i < parameters.Count; i++)
        {
            bool isOpen = parameters[i].ContainsDiagnostics || (i < parameters.SeparatorCount && parameters.GetSeparator(i).IsMissing);
            if (isOpen && CoroutineSyntax.YieldType(parameters[i]) is null)
                yield return Cut.Out(WithComma(list, i, isFirst), text);
            else
                isFirst = false;
        }
    }

    /// <summary>A parameter with the comma before it, or after it where all before it are left out.</summary>
    private static TextSpan WithComma(ParameterListSyntax list, int index, bool isFirst)
    {
        var span = list.Parameters[index].Span;
        return !isFirst ? TextSpan.FromBounds(list.Parameters.GetSeparator(index - 1).SpanStart, span.End)
            : index < list.Parameters.SeparatorCount ? TextSpan.FromBounds(span.Start, list.Parameters.GetSeparator(index).Span.End)
            : span;
    }

    /// <summary>
    /// What stands between the yield parameter and the comma before it, where its type was taken for the name of something else.
    /// </summary>
    private static TextSpan? Glued(ParameterListSyntax list, CompilationUnitSyntax root)
    {
        var comma = list.OpenParenToken;
        SyntaxToken last = default;
        int depth = 0;
        foreach (var token in WrittenTokens.In(root, list.OpenParenToken.Span.End))
        {
            if (token.IsKind(SyntaxKind.LessThanToken) && last.IsKind(SyntaxKind.IdentifierToken)
                && CoroutineSyntax.IsYieldName(last.ValueText))
                return TextSpan.FromBounds(comma.Span.End, last.SpanStart);
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.SemicolonToken:
                    return null;
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.LessThanToken:
                    depth++;
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.GreaterThanToken when --depth < 0:
                    return null;
                case SyntaxKind.CommaToken when depth == 0:
                    comma = token;
                    break;
            }
            last = token;
        }
        return null;
    }
}
