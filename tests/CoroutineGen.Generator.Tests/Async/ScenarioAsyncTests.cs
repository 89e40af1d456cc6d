using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Async;

/// <summary>
/// The scenarios of CoroutineGen.Tests in asynchronous form, each with all awaits ready, with none, and with some: what comes out is what
/// the method itself does, called push-style and pulled behind tasks.
/// </summary>
public sealed partial class ScenarioAsyncTests(ITestOutputHelper output)
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using CoroutineGen;";

    /// <summary>
    /// What the compiler itself does otherwise in an async method: that an object is null, a field of which is passed by reference, it
    /// notices behind the await in a later argument. A coroutine notices it where it stands, synchronous or not.
    /// </summary>
    private static readonly string[] Otherwise = ["S062_A_field_by_reference"];

    [GeneratedRegex(@"^S(\d{3})_")]
    private static partial Regex Scenario();

    [Fact]
    public async Task However_the_awaits_go_it_is_what_the_method_does()
    {
        var slice = new Slice(Every: 6);
        var (sources, scenarios) = await Run(flag: null, slice);
        Assert.InRange(sources.Count, slice.Least(240), int.MaxValue);
        Assert.InRange(scenarios, slice.Least(200), int.MaxValue);
    }

    /// <summary>The same where each that can be saved is restored from what was saved of it, wherever it stands, and goes on in its place.</summary>
    [Fact]
    public async Task A_restored_one_goes_on_as_the_method_would()
    {
        var slice = new Slice(Every: 6);
        var (sources, scenarios) = await Run("Saveable = true", slice);
        output.WriteLine($"{sources.Flagged} saveable; refused: {string.Join(", ", sources.Refusals.GroupBy(id => id).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.InRange(sources.Flagged, slice.Least(40), int.MaxValue);
        Assert.InRange(scenarios, slice.Least(200), int.MaxValue);
    }

    private async Task<(AsyncSources Sources, int Scenarios)> Run(string? flag, Slice slice)
    {
        var sources = new AsyncSources(
            [.. slice.Of(Sources("Scenarios")), .. slice.Of(Sources("Traps"))],
            [
                ("Usings.cs", Usings), .. Sources("Oracle").Select(f => (f.Path, f.Text.Replace("public static class Oracle", "public static partial class Oracle"))),
                Source("CoroutineGen.Generator.Tests/Async/Waiting.cs.txt"), Source("CoroutineGen.Generator.Tests/Async/ScenarioOracle.cs.txt"), Source("CoroutineGen.Generator.Tests/Async/SavedAgain.cs.txt"),
                Source("CoroutineGen.Fuzz/Worlds/AsyncReference.cs"),
            ],
            trees => CSharpCompilation.Create(
                "AsyncScenarios" + (flag is null ? "" : "Saved"), trees, AssemblyReferences.Named(n => AssemblyReferences.IsFramework(n) || n.StartsWith("xunit.", StringComparison.Ordinal) || n == "CoroutineGen.dll"),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)),
            flag);
        var (image, errors) = await sources.Accepted();
        output.WriteLine($"{sources.Count} asynchronous; {sources.Reasons.Count} are not: {string.Join(", ", sources.Reasons.GroupBy(id => id).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        var program = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));
        if (flag is not null)
            program.GetType("CoroutineGen.Tests.SavedAgain")!.GetMethod("Begin")!.Invoke(null, null);
        var schedule = program.GetType("Bugs.AsyncDrv")!.GetField("Schedule")!;
        List<string> failures = [];
        HashSet<int> scenarios = [];
        foreach (var test in program.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FactAttribute)) && !m.IsDefined(typeof(TheoryAttribute)) && !Otherwise.Contains(m.Name)))
        {
            if (Scenario().Match(test.Name) is { Success: true } name)
                scenarios.Add(int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            for (int awaits = 0; awaits < 3; awaits++)
            {
                schedule.SetValue(null, awaits);
                try
                {
                    if (test.Invoke(Activator.CreateInstance(test.DeclaringType!), null) is Task task)
                        await task;
                }
                catch (TargetInvocationException error)
                {
                    failures.Add($"{test.DeclaringType!.Name}.{test.Name}, awaits {awaits}: {error.InnerException}");
                }
            }
        }
        output.WriteLine($"{scenarios.Count} scenarios");
        if (flag is not null)
            Assert.InRange((int)program.GetType("CoroutineGen.Tests.SavedAgain")!.GetField("Count")!.GetValue(null)!, slice.Least(10_000), int.MaxValue);
        Assert.True(failures.Count == 0, $"{failures.Count} failures\n" + string.Join("\n\n", failures.Take(20)));
        return (sources, scenarios.Count);
    }

    private static (string Path, string Text) Source(string path) => (path, File.ReadAllText(Path.Combine(Tests, path)));

    private static IEnumerable<(string Path, string Text)> Sources(string folder)
        => Directory.EnumerateFiles(Path.Combine(Tests, "CoroutineGen.Tests", folder), "*.cs")
            .Where(file => !Path.GetFileName(file).StartsWith("Catalogue", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file)));
}
