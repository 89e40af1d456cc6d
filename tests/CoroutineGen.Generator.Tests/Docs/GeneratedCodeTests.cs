using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>docs/generated-code.md shows an averager and what is generated for it, which is the very snapshot of the tests.</summary>
public partial class GeneratedCodeTests
{
    [Fact]
    public void The_page_shows_what_is_generated()
    {
        string page = Repository.Read("docs", "generated-code.md");
        string input = Code().Match(page).Groups["code"].Value;
        string generated = Project.Run(input).Compiles().Text.ReplaceLineEndings("\n");

        int block = 0;
        string expected = Code().Replace(page, shown =>
            block++ == 0 ? shown.Value : $"```csharp generated\n{generated.TrimEnd('\n')}\n```");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "generated-code.md"), page = expected);

        Assert.Equal(2, block);
        Assert.Equal(Repository.Read("tests", "CoroutineGen.Generator.Tests", "Snapshots", "ShapeTests.Averager.verified.cs"), generated);
        Assert.Equal(expected, page);
    }

    [GeneratedRegex("^```csharp[a-z ]*\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
