using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>The pages and charts of a folder: one of each for a group, and an index of all that are there.</summary>
sealed class Pages(string folder, Circumstances circumstances)
{
    public void Write(Group group, IReadOnlyList<RaceResult> races)
    {
        Directory.CreateDirectory(folder);
        Save($"{group.Name}.svg", Chart.Write(group.Title, races));
        Save($"{group.Name}.md", $"""
            # {group.Title}

            {Verdict.Of(races)} {circumstances.Date}, commit {circumstances.Commit}.

            {group.About}

            ![{group.Title}]({group.Name}.svg)

            {Table.Write(races)}
            """);
    }

    /// <summary>Lists every group that has a page, also from runs before: the second line of a page says how it went, and when.</summary>
    public void WriteIndex(IEnumerable<Group> groups)
    {
        var rows = groups.Select(group => (group.Name, group.Title, Path: Path.Combine(folder, $"{group.Name}.md")))
            .Where(page => File.Exists(page.Path))
            .Select(page => $"| [{page.Title}]({page.Name}.md) | `{page.Name}` | {File.ReadLines(page.Path).ElementAt(2)} |");
        Save("README.md", $"""
            # Measured

            Written by `dotnet run -c Release --project tests/CoroutineGen.Benchmarks`; [what the figures mean](../performance.md).

            | what | group | result |
            |---|---|---|
            {string.Join("\n", rows)}

            The last run: {circumstances}.

            **How to read the tables.** Times are medians of interleaved rounds, of CPU time where nothing else is said. A ratio is to the
            first of the race: in each process the median of the ratios within the rounds, then the mean of several processes, with the
            lowest and the highest in brackets. Bytes are the most that any process allocated. Generated coroutines are in bold.

            """);
    }

    void Save(string name, string text)
        => File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
}
