using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Torture;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>
/// Nothing of CORO3xxx is said of this repository's own code, not even as information, which no build fails on. Exceptions are what a
/// pragma allows at its place, and what the .editorconfig of the project turns off because its tests misuse coroutines by intent.
/// </summary>
public sealed partial class RepositoryTests : UsageTest
{
    [Theory]
    [InlineData("tests/CoroutineGen.Tests", "CoroutineGen.Tests")]
    [InlineData("tests/CoroutineGen.Benchmarks", "CoroutineGen.Benchmarks")]
    [InlineData("tests/CoroutineGen.Fuzz", "CoroutineGen.Fuzz")]
    [InlineData("samples/Tour", "Tour")]
    public async Task IsSilent(string folder, string name)
    {
        var final = Corpus.Generate(new Corpus(name, folder, ["bin", "obj"], name + ".dll").Load());
        string config = Path.Combine(Repository.Root, folder, ".editorconfig");
        var wanted = File.Exists(config) ? TurnedOff().Matches(await File.ReadAllTextAsync(config)).Select(match => match.Groups[1].Value) : [];
        var found = await final.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        string[] said = [.. found.Where(d => !wanted.Contains(d.Id)).Select(d => d.ToString())];
        Assert.True(said.Length == 0, string.Join('\n', said));
    }

    [GeneratedRegex("dotnet_diagnostic\\.(CORO3\\d+)\\.severity = none")]
    private static partial Regex TurnedOff();
}
