using CoroutineGen.Generator.Tests.Hosting;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>An edit of a saveable coroutine: two versions of a program, what the second is told, and what becomes of what the first has saved.</summary>
/// <param name="Name">What is edited, as the table has it.</param>
/// <param name="Before">The version that saved.</param>
/// <param name="After">The version that restores.</param>
/// <param name="Ids">What is said of the second, without CORO4101; empty: all is restored.</param>
internal sealed record Edit(string Name, string Before, string After, params string[] Ids)
{
    /// <summary>The points of the first version that are refused, each with its reason; "*" for all.</summary>
    public Dictionary<string, string> Refused { get; init; } = [];

    /// <summary>What comes after a point of the first version, where that is not what the second does when it reaches it by itself.</summary>
    public Dictionary<string, string> Tails { get; init; } = [];

    /// <summary>Whether the second version does not compile, so that nothing of it can be restored.</summary>
    public bool IsRefusedWhole { get; init; }

    /// <summary>Whether points are told that no file has yet.</summary>
    public bool AddsPoints { get; init; }

    /// <summary>The attribute that the fix adds.</summary>
    public string? Fix { get; init; }

    /// <summary>The cell of the table.</summary>
    public string Verdict => Ids.Length > 0 ? string.Join(", ", Ids.Distinct())
        : Refused.Count > 0 ? $"ok, restore `{Refused.Values.First()}`" : "ok";

    public override string ToString() => Name;

    /// <summary>A program in which some text is another; each has to be there.</summary>
    public static string Change(string program, params (string From, string To)[] changes)
    {
        foreach (var (from, to) in changes)
            program = program.Contains(from, StringComparison.Ordinal)
                ? program.Replace(from, to, StringComparison.Ordinal)
                : throw new ArgumentException($"There is no '{from}' in\n{program}");
        return program;
    }
}
