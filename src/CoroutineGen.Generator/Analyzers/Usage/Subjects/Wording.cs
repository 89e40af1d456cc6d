using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Subjects;

/// <summary>Names the user's code in messages, and finds the words of it to point at.</summary>
internal static class Wording
{
    private const int Longest = 40;

    /// <summary>The name of the member that a call or an access uses: Send in c.Send(1), c?.Send(1) and so on.</summary>
    public static SyntaxNode Member(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => Member(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => use,
    };

    /// <summary>What the member is used on.</summary>
    public static string Receiver(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => Receiver(call.Expression),
        MemberAccessExpressionSyntax access => Short(access.Expression),
        MemberBindingExpressionSyntax binding when binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access
            => Short(access.Expression),
        _ => Short(use),
    };

    public static string Short(SyntaxNode node)
    {
        string text = OneLine.Text(node);
        return text.Length <= Longest ? text : text.Substring(0, Longest - 3) + "...";
    }
}
