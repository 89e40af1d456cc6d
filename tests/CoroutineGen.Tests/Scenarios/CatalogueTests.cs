using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Keeps docs/scenarios.md to what the tests really cover.</summary>
public sealed partial class CatalogueTests
{
    private const string AcceptSwitch = "COROUTINEGEN_ACCEPT";

    [GeneratedRegex(@"\bS(\d{3})_\w+")]
    private static partial Regex TestName();

    [Fact]
    public void The_table_of_scenarios_is_what_the_tests_cover()
    {
        string root = Repository.Root;
        string path = Path.Combine(root, "docs", "scenarios.md");
        string table = Table(Tests());
        if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1")
            File.WriteAllText(path, table);
        string written = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(table == written, $"{path} is stale: run the tests once with {AcceptSwitch}=1.");
    }

    [Fact]
    public void Every_test_is_named_after_a_scenario_that_exists()
    {
        int last = Catalogue.Chapters.Sum(chapter => chapter.Scenarios.Length);
        Assert.Equal(218, last);
        Assert.All(Tests(), test => Assert.InRange(test.Key, 1, last));
        Assert.All(Catalogue.Refused.Keys, number => Assert.False(Tests().Contains(number), $"{number} is refused, and tested."));
    }

    // From the assembly rather than from the sources: a test that is not compiled covers nothing.
    private static ILookup<int, string> Tests()
        => typeof(CatalogueTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => (method, match: TestName().Match(method.Name)))
            .Where(test => test.match.Success)
            .Select(test => (Number: Number(test.match), Name: $"{test.method.DeclaringType!.Name}.{test.method.Name}"))
            .OrderBy(test => test.Name, StringComparer.Ordinal)
            .ToLookup(test => test.Number, test => test.Name);

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static string Table(ILookup<int, string> tests)
    {
        var rows = new StringBuilder();
        int covered = 0, missing = 0;
        foreach (var (chapter, first, scenarios) in Catalogue.Chapters)
        {
            rows.Append($"\n## {chapter}\n\n| | scenario | tests | |\n|---|---|---|---|\n");
            for (int i = 0; i < scenarios.Length; i++)
            {
                int number = first + i;
                string state =
                    Catalogue.Refused.TryGetValue(number, out string? why) ? why
                    : Catalogue.Exceptions.TryGetValue(number, out string? except) ? $"covered; {except}"
                    : tests.Contains(number) ? "covered"
                    : "**no test**";
                covered += tests.Contains(number) ? 1 : 0;
                missing += state == "**no test**" ? 1 : 0;
                string title = scenarios[i].Replace("|", "\\|", StringComparison.Ordinal);
                rows.Append($"| {number} | {title} | {string.Join("<br>", tests[number].Select(name => $"`{name}`"))} | {state} |\n");
            }
        }
        return $"""
            # The scenarios and their tests

            Written by `CatalogueTests` from the names of the tests; run them with `{AcceptSwitch}=1` to accept a change. Every test holds
            the generated coroutine to the method that it was generated from, run push-style with the same answers, with exceptions thrown
            in at each suspension, and closed at each.

            {covered} covered, {Catalogue.Refused.Count} refused by design, {missing} without a test.

            """.ReplaceLineEndings("\n") + rows;
    }
}
