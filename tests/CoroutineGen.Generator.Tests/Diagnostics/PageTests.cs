using CoroutineGen.Generator.Tests.Docs;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// The pages of CORO1xxx and CORO2xxx tell the truth: the first example compiles, and what it is told off for is in the lines that say so;
/// the others compile as well, and nobody says anything.
/// </summary>
public sealed class PageTests
{
    /// <summary>The pages with examples that no compilation of ours could show: their diagnostics have tests of their own.</summary>
    private static readonly string[] LeftOut =
    [
        "CORO1022", // needs an old C#
        "CORO1030", // needs a using alias
        "CORO1031", // needs the file of another generator
        "CORO4017", // needs a context that its own generator has completed
        "CORO2012", // as CORO2090: both need the file of another generator
        "CORO2090",
        "CORO9001", // an error of ours has no code of the user's to show
    ];

    private const string Usings = Project.Usings
        + "using System.IO;\nusing System.Net.Http;\nusing System.Text.RegularExpressions;\nusing System.Threading;\nusing System.Threading.Tasks;\n"
        + "using static Around;\n";

    /// <summary>What the examples take for granted.</summary>
    private const string Around = """
        using System;

        static class Around
        {
            public static readonly System.Net.Http.HttpClient client = new();
            public static readonly int[] _numbers = { 1 };
            public static void Work() { }
            public static void Use(ReadOnlySpan<char> text, int number) { }
        }

        interface IProducer { void Produce(CoroutineGen.Yield<int> yield); }
        class Cat { public int Mood => DateTime.Now.Second; }
        class Audit { public void Note(string what) { } }
        class HttpException(int code) : Exception { public int Code => code; }
        """;

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "CORO?*.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Where(id => !id.StartsWith("CORO3", StringComparison.Ordinal) && !LeftOut.Contains(id))
        .Where(id => !id.StartsWith("CORO410", StringComparison.Ordinal)) // they need a points file: Versions/VersionPageTests
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples(string id)
    {
        string[] examples = Docs.Examples.Of($"docs/diagnostics/{id}.md");
        Assert.True(examples.Length >= 2, "A page has an example that triggers it, and one of the repair.");
        var lines = examples[0].Split('\n');
        var said = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains("// " + id, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(said);
        Assert.Equal(said.Select(line => $"{id} in line {line}"), await Found(examples[0]));
        foreach (string repair in examples.Skip(1))
            Assert.Empty(await Found(repair));
    }

    private static async Task<IEnumerable<string>> Found(string example)
    {
        string text = Whole(example, out int above);
        var run = Project.Run(Project.Compile(text, Around));
        Assert.Empty(run.Errors);
        var found = await Project.Analyze(run.Output);
        return found.Select(d => $"{d.Id} in line {d.Location.GetLineSpan().StartLinePosition.Line - above}").Distinct();
    }

    /// <summary>Examples are files, or members of a type.</summary>
    private static string Whole(string example, out int above)
    {
        bool isFile = CSharpSyntaxTree.ParseText(example).GetCompilationUnitRoot().Members
            .All(member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax);
        string kind = example.Contains("(this ") ? "static partial class" : "partial class";
        string before = Usings + (isFile ? "" : $"{kind} Example\n{{\n");
        above = before.Count(c => c == '\n');
        return before + example + (isFile ? "" : "}\n");
    }
}
