using System.Reflection;
using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>
/// Every C# block of the pages in the root and of docs/ compiles, and prints what the page says. A block that is marked "csharp sketch" is only
/// parsed; "csharp source" and "csharp generated" are compared by <see cref="GeneratedCodeTests"/>, and the pages of diagnostics have
/// tests of their own.
/// </summary>
public sealed class CodeBlockTests
{
    /// <summary>What a project has without saying it, and a console that can be read.</summary>
    private const string Surroundings = ImplicitUsings.Text + """
        global using Console = DocConsole;

        public static class DocConsole
        {
            public static readonly StringWriter Out = new();
            public static void WriteLine(object? value = null) => Out.Write($"{value}\n");
            public static void Write(object? value) => Out.Write(value);
        }
        """;

    public static TheoryData<string> Pages =>
        [.. MarkdownPage.All.Where(page => !page.StartsWith("docs/diagnostics/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Programs(string name)
    {
        var page = new MarkdownPage(name);
        foreach (var program in page.Programs)
        {
            var run = Generate(program);
            if (program.Output is not null)
                Assert.Equal(program.Output, await Run(run.Output));
            if (program.Diagram is not null)
                Assert.Equal(program.Diagram, DiagramText.In(run.Files[^1].SourceText.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Languages(string name)
    {
        string[] known =
        [
            "csharp", "csharp sketch", "csharp source", "csharp generated", "text", "console", "sh", "xml", "python", "mermaid",
        ];
        foreach (var block in new MarkdownPage(name).Blocks)
        {
            Assert.Contains(block.Info, known);
            if (block.Info == "csharp sketch")
                Assert.True(Parses(block.Text, SourceCodeKind.Regular) || Parses(block.Text, SourceCodeKind.Script), block.Text);
        }
    }

    [Fact]
    public void The_README_is_two_screens() => Assert.InRange(new MarkdownPage("README.md").Text.Count(c => c == '\n'), 40, 100);

    private static bool Parses(string code, SourceCodeKind kind)
        => !CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: kind)).GetDiagnostics()
            .Any(d => d.Severity == DiagnosticSeverity.Error);

    private static GeneratorRun Generate(DocProgram program)
    {
        bool isProgram = program.Code.Any(code =>
            CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax));
        var compilation = Project.Compile([.. program.Code, Surroundings]).WithAssemblyName("Page");
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var run = Project.Run(compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
        run.Compiles();
        Assert.DoesNotContain(run.Output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Warning && !d.IsSuppressed);
        return run;
    }

    private static async Task<string> Run(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("page", isCollectible: true);
        var assembly = context.LoadFromStream(image);
        object? result = assembly.EntryPoint!.Invoke(null, assembly.EntryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        if (result is Task task)
            await task;
        var console = assembly.GetType("DocConsole")!.GetField("Out", BindingFlags.Public | BindingFlags.Static)!;
        string output = console.GetValue(null)!.ToString()!;
        context.Unload();
        return output;
    }
}
