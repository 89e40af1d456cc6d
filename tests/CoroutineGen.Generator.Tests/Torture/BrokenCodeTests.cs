using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>
/// Code with errors never crashes the generator, nor the analyzer: in the coroutines of the tests random tokens are left out, repeated, or renamed so that
/// they mean nothing. Half of the files carry an attribute that lets missing names pass for those of another generator.
/// </summary>
public sealed class BrokenCodeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task NeverCrashes(int seed)
    {
        var random = new Random(seed);
        var original = Corpus.All.Single(c => c.Name == "CoroutineGen.Tests").Load();
        int broken = 0;
        var compilation = original;
        foreach (var tree in original.SyntaxTrees)
        {
            string text = Break(tree, random, ref broken);
            compilation = compilation.ReplaceSyntaxTree(tree, Corpus.Parse(text, tree.FilePath));
        }
        Assert.True(broken > 200, $"{broken} methods broken");

        var run = Project.Run(compilation);

        Assert.Empty(run.Diagnostics);
        Assert.Null(run.Result.Results.Single().Exception);
        Assert.DoesNotContain(run.Files.SelectMany(f => f.SyntaxTree.GetDiagnostics()), d => d.Severity == DiagnosticSeverity.Error);
        if (seed == 1)
            Assert.DoesNotContain(await Project.Analyze(run.Output), d => d.Id == "AD0001");
    }

    private static string Break(SyntaxTree tree, Random random, ref int broken)
    {
        string text = tree.ToString();
        bool isPlausible = random.Next(2) == 0;
        var methods = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(m => m.AttributeLists.ToString().Contains("Coroutine", StringComparison.Ordinal)).OrderByDescending(m => m.SpanStart).ToList();
        foreach (var method in methods)
        {
            var tokens = ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantTokens().Skip(1).SkipLast(1).ToList();
            if (tokens is not { Count: > 0 } || random.Next(6) == 0)
                continue;
            var token = tokens[random.Next(tokens.Count)];
            if (token.IsKind(SyntaxKind.IdentifierToken) || random.Next(2) == 0)
                token = tokens.Where(t => t.IsKind(SyntaxKind.IdentifierToken)).ElementAtOrDefault(random.Next(tokens.Count)) is { RawKind: not 0 } name ? name : token;
            string replacement = token.IsKind(SyntaxKind.IdentifierToken) ? "Missing" : random.Next(2) == 0 ? "" : token.Text + " " + token.Text;
            text = text.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, replacement);
            broken++;
        }
        if (isPlausible && methods.Count > 0)
        {
            int type = methods[^1].FirstAncestorOrSelf<TypeDeclarationSyntax>()!.SpanStart;
            text = text.Insert(type, "[Made.Up] ");
        }
        return text;
    }
}
