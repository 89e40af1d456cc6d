using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Docs;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>
/// The pages of CORO4101 to CORO4109 tell the truth: with the points file that a page shows, its first example is told off in the line that says
/// so, and its repairs are not. The guide's table of edits is that of the corpus.
/// </summary>
public sealed partial class VersionPageTests
{
    private const string Head = "partial class Example\n{\n";
    private const string TableHead = "| edit | verdict |\n|---|---|\n";

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "CORO410?.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)!).Where(id => id != "CORO4108").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples(string id)
    {
        string page = $"docs/diagnostics/{id}.md";
        string shipped = Texts(page)[0];
        string[] examples = Docs.Examples.Of(page);
        var lines = examples[0].Split('\n');
        var said = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains("// " + id, StringComparison.Ordinal)).ToArray();
        Assert.Single(said);
        Assert.Equal(said.Select(line => $"{id} in line {line}"), await Found(examples[0], shipped));
        Assert.True(examples.Length >= 2 || id == "CORO4101", "A page has an example of the repair.");
        foreach (string repair in examples.Skip(1))
            Assert.Empty(await Found(repair, shipped));
        if (id == "CORO4101")
            Assert.Empty(await PointsProject.Analyze(Head + examples[0] + "}\n", shipped, Texts(page)[1]));
    }

    [Fact]
    public async Task The_page_of_CORO4108_shows_a_file_that_is_told_off_and_one_that_is_not()
    {
        string[] texts = Texts("docs/diagnostics/CORO4108.md");
        string source = $"{Head}[Coroutine(Saveable = true)] static int Order(int sum, Yield<int, int> yield) {{ Item: return sum + yield(sum); }}\n}}\n";
        Assert.Equal([2, 3], (await PointsProject.Analyze(source, texts[0])).Where(d => d.Id == "CORO4108").Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.Empty(await PointsProject.Analyze(source, texts[1]));
    }

    /// <summary>COROUTINEGEN_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void The_table_of_edits_is_the_corpus()
    {
        string file = Path.Combine(Repository.Root, "docs", "versions.md");
        string text = Repository.Read("docs", "versions.md");
        int start = text.IndexOf(TableHead, StringComparison.Ordinal) + TableHead.Length;
        int end = text.IndexOf("\n\n", start - 1, StringComparison.Ordinal) + 1;
        string table = string.Concat(Edits.All.Select(e => $"| {e.Name} | {Diagnostic().Replace(e.Verdict, "[$0](diagnostics/$0.md)")} |\n"));
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(file, text[..start] + table + text[Math.Max(start, end)..]);
        else
            Assert.Equal(table, text[start..end]);
    }

    private static async Task<IEnumerable<string>> Found(string example, string shipped)
        => (await PointsProject.AnalyzeAll(Head + example + "}\n", shipped))
            .Where(d => d.Id != "CORO4101" || shipped.Split('\n').Length == 2)
            .Select(d => $"{d.Id} in line {d.Location.GetLineSpan().StartLinePosition.Line - (Project.Usings + Head).Count(c => c == '\n')}");

    private static string[] Texts(string page) => [.. Block().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("CORO[0-9]+")]
    private static partial Regex Diagnostic();
}
