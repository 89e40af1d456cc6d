using System.Text;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Torture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>docs/diagrams.md shows the coroutines of the tour as the generator draws them now.</summary>
public sealed class DiagramPageTests
{
    [Fact]
    public void The_page_shows_the_tour()
    {
        var run = Project.Run(Corpus.All.Single(c => c.Name == "Tour").Load());
        var page = new StringBuilder("""
            # The tour in pictures

            Each coroutine of the [tour](tour.md), drawn by the generator: where it waits, with the line and the expression, and what can
            follow. An arrow that only an exception or a close takes says so. The same pictures are in the documentation of the generated
            classes, and `<CoroutineGenDiagrams>folder</CoroutineGenDiagrams>` in a project writes those of the project. A test compares this page.


            """);
        var chapters = run.Output.SyntaxTrees.Where(t => t.FilePath.StartsWith("samples/Tour/Chapters", StringComparison.Ordinal));
        foreach (var tree in chapters.OrderBy(t => t.FilePath, StringComparer.Ordinal))
        {
            page.Append($"## [{Path.GetFileNameWithoutExtension(tree.FilePath)}](../{tree.FilePath})\n\n");
            var methods = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>();
            foreach (var method in methods.Where(m => m.AttributeLists.Count > 0))
            {
                string type = ((TypeDeclarationSyntax)method.Parent!).Identifier.Text, name = method.Identifier.Text;
                var file = run.Files.Single(f => f.HintName.StartsWith($"Tour.{type}.", StringComparison.Ordinal)
                    && f.SourceText.ToString().Contains($"The coroutine that <c>{name}</c> makes.", StringComparison.Ordinal));
                page.Append($"`{name}`\n\n```mermaid\n{DiagramText.In(file.SourceText.ToString())}```\n\n");
            }
        }
        string actual = page.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string path = Path.Combine(Repository.Root, "docs", "diagrams.md");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(Repository.Read("docs", "diagrams.md"), actual);
    }
}
