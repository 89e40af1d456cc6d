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
            else if (Glued(list, text) is { } glued)
            {
                yield return Cut.Out(glued, text);
            }
        }
    }

    private static IEnumerable<TextChange> Incomplete(ParameterListSyntax list, SourceText text)
    {
        var parameters = list.Parameters;
        for (int i = 0; i < parameters.Count; i++)
        {
            bool isOpen = parameters[i].ContainsDiagnostics || (i < parameters.SeparatorCount && parameters.GetSeparator(i).IsMissing);
            if (!isOpen || CoroutineSyntax.YieldType(parameters[i]) is not null)
                continue;
            yield return Cut.Out(WithComma(list, i), text);
        }
    }

    /// <summary>A parameter with the comma before it, or after it where it is the first one.</summary>
    private static TextSpan WithComma(ParameterListSyntax list, int index)
    {
        var span = list.Parameters[index].Span;
        return index > 0 ? TextSpan.FromBounds(list.Parameters.GetSeparator(index - 1).SpanStart, span.End)
            : list.Parameters.SeparatorCount > 0 ? TextSpan.FromBounds(span.Start, list.Parameters.GetSeparator(0).Span.End)
            : span;
    }

    /// <summary>
    /// What stands between the yield parameter and the comma before it, where its type was taken for the name of something else.
    /// </summary>
    private static TextSpan? Glued(ParameterListSyntax list, SourceText text)
    {
        int start = list.OpenParenToken.Span.End;
        int depth = 0;
        for (int at = start; at < text.Length && text[at] is not ('{' or ';'); at++)
        {
            if (BeginsYieldType(text, at))
                return at > start ? TextSpan.FromBounds(start, at) : null;
            if (text[at] is '(' or '[' or '<')
                depth++;
            else if (text[at] is ')' or ']' or '>' && --depth < 0)
                return null;
            else if (text[at] == ',' && depth == 0)
                start = at + 1;
        }
        return null;
    }

    private static bool BeginsYieldType(SourceText text, int at)
    {
        if (SyntaxFacts.IsIdentifierPartCharacter(text[at - 1]))
            return false;
        int end = at;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
            end++;
        if (end == at || end == text.Length || text[end] != '<')
            return false;
        string name = text.ToString(TextSpan.FromBounds(at, end));
        return name is CoroutineSyntax.YieldName or CoroutineSyntax.ReceiveName
            or CoroutineSyntax.AsyncPrefix + CoroutineSyntax.YieldName or CoroutineSyntax.AsyncPrefix + CoroutineSyntax.ReceiveName;
    }
}
