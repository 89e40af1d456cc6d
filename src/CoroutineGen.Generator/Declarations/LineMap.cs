using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Where each token of a method stands in the user's file. Kept apart from the lowered body, so that an edit above a coroutine costs a
/// new map and not a new binding.
/// </summary>
/// <param name="Path">The file, as #line directives of the user's own may have renamed it; empty where it has no name.</param>
/// <param name="Lines">The line of each token, from 1.</param>
internal sealed record LineMap(string Path, EquatableArray<int> Lines)
{
    /// <summary>The file of each token, where #line directives within the method name several; otherwise empty.</summary>
    public EquatableArray<string> Files { get; init; }

    /// <summary>The line of the method's name.</summary>
    public int NameLine { get; init; }

    public string FileOf(int token) => token >= 0 && token < Files.Count ? Files[token] : Path;

    /// <summary>The same map with all files called otherwise.</summary>
    public LineMap With(Func<string, string> name)
        => this with { Path = name(Path), Files = Files.Select(name).ToEquatableArray() };

    /// <summary>The file's name without its folders.</summary>
    public string FileName => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The line of a token; 0 where there is none.</summary>
    public int LineOf(int token) => token >= 0 && token < Lines.Count ? Lines[token] : 0;

    public static LineMap Of(MethodDeclarationSyntax method, bool hasLineDirectives)
    {
        var tree = method.SyntaxTree;
        var text = tree.GetText();
        var lines = method.DescendantTokens().Select(LineOf);
        string path = hasLineDirectives ? tree.GetMappedLineSpan(method.Identifier.Span).Path : tree.FilePath;
        string[] files = hasLineDirectives
            ? method.DescendantTokens().Select(token => tree.GetMappedLineSpan(token.Span).Path).ToArray()
            : [];
        return new(path, lines.ToEquatableArray())
        {
            NameLine = LineOf(method.Identifier),
            Files = files.All(file => file == path) ? EquatableArray<string>.Empty : files.ToEquatableArray(),
        };

        int LineOf(SyntaxToken token) => 1 + (hasLineDirectives
            ? tree.GetMappedLineSpan(token.Span).StartLinePosition.Line
            : text.Lines.IndexOf(token.SpanStart));
    }
}
