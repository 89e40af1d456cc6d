using System.Text.RegularExpressions;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Copies a method's XML documentation as text. Read from the comments themselves: without a documentation file the compiler does not
/// parse them, and takes them for plain comments.
/// </summary>
internal static class DocComment
{
    /// <summary>The lines, each with its three slashes, without the param tag of the yield parameter, which the factory lacks.</summary>
    public static IEnumerable<string> Lines(MethodDeclarationSyntax method, string yieldParameter)
    {
        var lines = new List<string>();
        foreach (var trivia in method.GetLeadingTrivia())
        {
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
                lines.AddRange(Triple(trivia.ToFullString()));
            else if (trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
                || trivia.ToString().StartsWith("/**", StringComparison.Ordinal))
                lines.AddRange(Starred(trivia.ToFullString()));
            else if (trivia.IsDirective)
                lines.Clear();
        }
        string text = string.Join("\n", lines);
        string tag = $@"[ \t]*<param\s+name\s*=\s*[""']{Regex.Escape(yieldParameter)}[""']\s*(/>|>(?s:.*?)</param>)";
        text = Regex.Replace(text, $@"^{tag}[ \t]*\n|\n{tag}[ \t]*(?=\n|$)|{tag}", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        return text.Split('\n').Where(line => line.Length > 0).Select(line => ("///" + line).TrimEnd());
    }

    private static IEnumerable<string> Triple(string comment)
    {
        foreach (string line in LineBreaks.Split(comment))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal) && !trimmed.StartsWith("////", StringComparison.Ordinal))
                yield return trimmed.Substring(3) is { Length: > 0 } text ? text : " ";
        }
    }

    private static IEnumerable<string> Starred(string comment)
    {
        string inner = comment.Trim();
        if (!inner.StartsWith("/**", StringComparison.Ordinal) || inner.Length < 5)
            yield break;
        foreach (string line in LineBreaks.Split(inner.Substring(3, inner.Length - 5)))
            if (line.Trim().TrimStart('*').Trim() is { Length: > 0 } text)
                yield return " " + text;
    }
}
