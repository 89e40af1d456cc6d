using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>The pages of CORO3xxx tell the truth: the first example is reported in the line that says so, the second is not.</summary>
public sealed class PageTests : UsageTest
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "CORO3*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "docs", "diagnostics");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Examples(string id)
    {
        string page = await File.ReadAllTextAsync(Path.Combine(Folder, id + ".md"));
        var code = Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => Whole(match.Groups[1].Value)).ToArray();
        Assert.Equal(2, code.Length);
        var lines = code[0].Split('\n');
        Assert.Equal(Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains("// " + id, StringComparison.Ordinal)), await Lines(code[0]));
        Assert.Empty(await Lines(code[1]));
    }

    private static string Whole(string members) => $"using System.IO;\nstatic partial class Example\n{{\n{members}}}\n";

    private static async Task<int[]> Lines(string text)
    {
        var found = await Find("CORO3", Usings + text, OutputKind.DynamicallyLinkedLibrary, null);
        return [.. found.Select(d => d.Location.GetLineSpan().StartLinePosition.Line - Usings.Count(c => c == '\n'))];
    }
}
