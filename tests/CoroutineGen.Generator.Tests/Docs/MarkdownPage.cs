using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>A page of the documentation, and the code on it.</summary>
/// <param name="Name">Its path below the repository's root.</param>
internal sealed partial record MarkdownPage(string Name)
{
    /// <summary>The pages in the repository's root, and everything below docs/.</summary>
    public static IEnumerable<string> All => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public string Text => Repository.Read(Name.Split('/'));

    public IEnumerable<Block> Blocks => Fences().Matches(Text).Select(m => new Block(m.Groups["info"].Value, m.Groups["text"].Value));

    /// <summary>
    /// The programs on the page: the csharp blocks up to each text block, which shows the output. What follows the last one is compiled
    /// and not run. A mermaid block after a program is the picture of its last coroutine.
    /// </summary>
    public IEnumerable<DocProgram> Programs
    {
        get
        {
            var code = new List<string>();
            DocProgram? last = null;
            foreach (var block in Blocks)
            {
                if (block.Info == "csharp")
                    code.Add(block.Text);
                else if (block.Info == "text" && code.Count > 0)
                {
                    if (last is not null)
                        yield return last;
                    last = new DocProgram([.. code], block.Text, null);
                    code.Clear();
                }
                else if (block.Info == "mermaid" && last is not null)
                    last = last with { Diagram = block.Text };
            }
            if (last is not null)
                yield return last;
            if (code.Count > 0)
                yield return new DocProgram([.. code], null, null);
        }
    }

    /// <summary>What a text links to within the repository: a file, empty for the page itself, and a heading in it, or empty.</summary>
    public static IEnumerable<(string File, string Anchor)> LinksIn(string text)
        => Link().Matches(text).Select(match => (match.Groups["file"].Value, match.Groups["anchor"].Value))
            .Where(link => !link.Item1.Contains("://"));

    [GeneratedRegex(@"\]\((?<file>[^)#\s]*)(#(?<anchor>[^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```(?<info>[^\n]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}

/// <summary>A fenced block.</summary>
/// <param name="Info">What stands behind the opening fence: the language, and what more is to be said of it.</param>
internal sealed record Block(string Info, string Text);

/// <summary>A program of a page.</summary>
/// <param name="Output">What it prints; null where the page does not say.</param>
/// <param name="Diagram">The Mermaid diagram of its last coroutine; null where the page shows none.</param>
internal sealed record DocProgram(string[] Code, string? Output, string? Diagram);
