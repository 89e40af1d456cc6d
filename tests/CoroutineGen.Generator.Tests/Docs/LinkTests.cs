using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

public partial class LinkTests
{
    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string> { "README.md" };
        string docs = Path.Combine(Repository.Root, "docs");
        foreach (string page in Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            pages.Add(Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'));
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var targets = Link().Matches(Repository.Read(page)).Select(match => match.Groups["target"].Value);
        var broken = targets.Where(target => !target.Contains("://") && !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    /// <summary>A Markdown link; an anchor is left aside.</summary>
    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
