using System.Text.RegularExpressions;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>docs/generated-code.md shows the README's averager and what is generated for it: the very snapshot of the tests.</summary>
public partial class GeneratedCodeTests
{
    [Fact]
    public void The_page_shows_the_README_and_the_snapshot()
    {
        string page = Repository.Read("docs", "generated-code.md");
        string input = Blocks().Match(Repository.Read("README.md")).Groups["code"].Value;
        string generated = SnapshotOfAverager();

        int block = 0;
        string expected = Blocks().Replace(page, _ => $"```csharp\n{(block++ == 0 ? input : generated)}```");

        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "generated-code.md"), page = expected);
        Assert.Equal(2, block);
        Assert.Equal(expected, page);
    }

    private static string SnapshotOfAverager()
    {
        string folder = Path.Combine(Repository.Root, "tests", "CoroutineGen.Generator.Tests");
        string file = Assert.Single(Directory.GetFiles(folder, "*Averager*.verified.cs", SearchOption.AllDirectories));
        return Repository.Read(Path.GetRelativePath(Repository.Root, file)).TrimEnd('\n') + "\n";
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
