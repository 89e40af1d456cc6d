using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownPage.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        var broken = MarkdownPage.LinksIn(new MarkdownPage(page).Text).Where(link => !Path.Exists(Target(page, link.File)));
        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_anchor_is_a_heading(string page)
    {
        var lost = MarkdownPage.LinksIn(new MarkdownPage(page).Text)
            .Where(link => link.Anchor.Length > 0 && !Anchors(Target(page, link.File)).Contains(link.Anchor));
        Assert.Empty(lost);
    }

    [Fact]
    public void The_pages_of_the_root_are_among_them()
        => Assert.Empty(new[] { "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Except(MarkdownPage.All));

    private static string Target(string page, string file)
        => file.Length == 0
            ? Path.Combine(Repository.Root, page)
            : Path.Combine(Path.GetDirectoryName(Path.Combine(Repository.Root, page))!, file);

    /// <summary>The headings of a page as GitHub makes anchors of them: lower case, hyphens for spaces, and nothing else that is no letter.</summary>
    private static IEnumerable<string> Anchors(string path)
        => File.ReadLines(path).Where(line => line.StartsWith('#'))
            .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
