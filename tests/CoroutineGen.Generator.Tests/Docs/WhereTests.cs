using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>
/// ARCHITECTURE.md says for each construct and rule in which file its code is, and the recipes of CONTRIBUTING.md say which files to touch:
/// these files are there.
/// </summary>
public sealed partial class WhereTests
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

    /// <summary>They are named by their path, or by the end of it: "Rules/SymbolRules.cs". What is made in a recipe has a placeholder.</summary>
    [Fact]
    public void The_files_of_the_recipes_are_there()
    {
        string[] folders = ["src", "tests", "docs", "samples", ".ci"];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => "/" + Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .ToArray();
        string[] named = [.. NamedFile().Matches(new MarkdownPage("CONTRIBUTING.md").Text).Select(match => match.Groups["file"].Value)];
        Assert.NotEmpty(named);
        var lost = named.Where(file => !file.Contains("nnnn"))
            .Where(file => !files.Any(path => path.EndsWith("/" + file, StringComparison.Ordinal)));
        Assert.Empty(lost);
    }

    [GeneratedRegex(@"`(?<file>[\w./\-]+\.(cs|cs\.txt|md|sh))`")]
    private static partial Regex NamedFile();

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
