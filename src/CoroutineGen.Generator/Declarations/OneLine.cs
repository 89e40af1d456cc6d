using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations;

/// <summary>A node's tokens on one line: comments, directives and line breaks between them become at most one space.</summary>
internal static class OneLine
{
    public static string Text(SyntaxNode node) => Text(node.DescendantTokens());

    public static string Text(IEnumerable<SyntaxToken> tokens)
    {
        var text = new StringBuilder();
        bool space = false;
        foreach (var token in tokens)
        {
            if (text.Length > 0 && (space || token.HasLeadingTrivia))
                text.Append(' ');
            text.Append(token.Text);
            space = token.HasTrailingTrivia;
        }
        return text.ToString();
    }

    /// <summary>The texts of a modifier list, without those that are named.</summary>
    public static IEnumerable<string> Except(SyntaxTokenList modifiers, params SyntaxKind[] dropped)
    {
        foreach (var modifier in modifiers)
            if (Array.IndexOf(dropped, modifier.Kind()) < 0)
                yield return modifier.Text;
    }
}
