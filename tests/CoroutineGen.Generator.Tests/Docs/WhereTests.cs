using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>ARCHITECTURE.md says for each construct and rule in which file its code is: one file, that is there.</summary>
public sealed class WhereTests
{
    private const string Heading = "## Where is the code for X?";

    /// <summary>Fewer rows would leave a newcomer to search for what most changes are about.</summary>
    private const int Fewest = 20;

    [Fact]
    public void Each_row_has_one_file_of_the_sources()
    {
        var rows = Rows().ToArray();
        Assert.True(rows.Length >= Fewest, $"The tables have {rows.Length} rows.");
        var wrong = rows.Where(row => MarkdownPage.LinksIn(row).ToArray() is not [var link] || !IsSource(link.File));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_row_is_there_twice()
    {
        string[] names = [.. Rows().Select(row => row[..row.LastIndexOf(" | [", StringComparison.Ordinal)])];
        Assert.Equal(names.Distinct(), names);
    }

    /// <summary>The rows below the heading, up to the next one; without the heads of the tables.</summary>
    private static IEnumerable<string> Rows()
        => new MarkdownPage("ARCHITECTURE.md").Text.Split('\n')
            .SkipWhile(line => line != Heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|') && line != "| X | file |" && line != "|---|---|");

    private static bool IsSource(string path)
        => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)
            && File.Exists(Path.Combine(Repository.Root, path));
}
