using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has its page and its release entry, and every page and entry its diagnostic.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasPage(string id)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        Assert.StartsWith($"# {id}: ", page);
        Assert.Contains("## Cause", page);
        if (id != "CORO9001") // it has no code of the user's to show
            Assert.Contains("```", page);
        // This build was told of no place where the pages can be read; .ci/run makes one that is.
        Assert.Equal("", Descriptors.All.Single(d => d.Id == id).HelpLinkUri);
    }

    [Theory]
    [InlineData("https://host/owner/name/blob/main")]
    [InlineData("https://host/owner/name/blob/main/")]
    public void Links_to_the_page_where_it_can_be_read(string documentation)
        => Assert.Equal("https://host/owner/name/blob/main/docs/diagnostics/CORO1001.md", DescriptorFactory.PageOf("CORO1001", documentation));

    /// <summary>The index is written from the descriptors; COROUTINEGEN_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void IndexListsAllOfThem()
    {
        string file = Path.Combine(Repository.Root, "docs", "diagnostics", "README.md");
        string[] lines = File.ReadAllLines(file);
        string[] expected = [
            .. lines.TakeWhile(line => !line.StartsWith("| [CORO", StringComparison.Ordinal)),
            .. Descriptors.All.Select(d => $"| [{d.Id}]({d.Id}.md) | {d.Title} | {d.DefaultSeverity.ToString().ToLowerInvariant()} |"),
        ];
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(file, string.Join('\n', expected) + "\n");
        else
            Assert.Equal(expected, lines);
    }

    [Fact]
    public void PagesHaveDescriptors()
        => Assert.Empty(Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "CORO*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(Descriptors.All.Select(d => d.Id)));

    [Fact]
    public void ReleasesHaveAllOfThem()
    {
        string generator = Path.Combine(Repository.Root, "src", "CoroutineGen.Generator");
        var entries = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(generator, file)))
            .Where(line => line.StartsWith("CORO", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => $"{cells[0]} {cells[1]} {cells[2]}");
        Assert.Equal(Descriptors.All.Select(d => $"{d.Id} {d.Category} {d.DefaultSeverity}"), entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IdsAreUnique() => Assert.Equal(Descriptors.All.Length, Descriptors.All.Select(d => d.Id).Distinct().Count());
}
