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
                yield return Without(glued, text);
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
            yield return Without(
                i > 0 ? TextSpan.FromBounds(parameters.GetSeparator(i - 1).SpanStart, parameters[i].Span.End)
                    : TextSpan.FromBounds(parameters[i].SpanStart, i < parameters.SeparatorCount ? parameters.GetSeparator(i).Span.End : parameters[i].Span.End),
                text);
        }
    }

    /// <summary>What stands between the yield parameter and the comma before it, where its type was taken for the name of something else.</summary>
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

    /// <summary>Takes a piece of the text out, but for its lines.</summary>
    private static TextChange Without(TextSpan span, SourceText text)
        => new(span, new string(text.ToString(span).Where(c => c is '\r' or '\n').ToArray()));
}
