using CoroutineGen.Benchmarks.Compiling;
using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>What the generator costs, at a build and at each edit in an editor.</summary>
static class Generating
{
    const int Files = 2000;

    /// <summary>The generator's name for it, internal there.</summary>
    const string BodiesStep = "Bodies";

    public static readonly Group Group = new("generator", "The generator",
        $"A project of {Files:N0} files, in memory, compiled on one thread. The compile is what the build does beside the"
        + " generator: parse the user's files, bind and emit them together with the generated ones. Cold is a first run of the"
        + " generator on parsed files. The edits start from a driver that has run; what is counted is how many bodies were bound"
        + " and lowered again. CPU time and allocations of the whole process.",
        Races)
    {
        Processes = 1,
        QuickRaces = () => [Compare(coroutines: 20, files: 200, warmUps: 0)],
    };

    static IEnumerable<Race> Races()
    {
        // The driver that edits start from warms the generator up; the compiler's turn comes with the smaller project.
        yield return Compare(coroutines: 100, Files, warmUps: 1);
        yield return Compare(coroutines: 1000, Files, warmUps: 0);
    }

    static Race Compare(int coroutines, int files, int warmUps)
    {
        var race = new Race($"{coroutines:N0} coroutines in {files:N0} files", "run", 1)
        {
            Rounds = 3,
            WarmUps = warmUps,
            Meter = Meter.Process,
            Counted = "bodies bound",
        };
        var project = new LargeProject(coroutines, files);
        var initial = project.Parse();
        var driver = Drivers.Of(initial, BuildProperties.Build, new CoroutineGenerator()).RunGenerators(initial);
        var tracked = new Lazy<GeneratorDriver>(() => Drivers.Tracking(initial, BuildProperties.Build, new CoroutineGenerator()).RunGenerators(initial));
        var generated = driver.GetRunResult().GeneratedTrees;
        if (generated.Length < coroutines)
            throw new InvalidOperationException($"{generated.Length} files were generated for {coroutines} coroutines.");

        race.Peer("C# compile", () => Emit(project.Parse().AddSyntaxTrees(generated)));
        race.Peer("parsing alone", () => project.Parse().SyntaxTrees.Length);
        race.Add(Run("cold", () => Drivers.Of(initial, BuildProperties.Build, new CoroutineGenerator()), () => Drivers.Tracking(initial, BuildProperties.Build, new CoroutineGenerator()), project.Parse, Bar.Time(0.3)));
        foreach (var edit in Edit.All)
        {
            Bar[] bars = edit.Bound is { } bound ? [Bar.Count(bound)] : [];
            race.Add(Run(edit.Name, () => driver, () => tracked.Value, () => edit.Apply(initial), bars));
        }
        return race;
    }

    static Contender Run(
        string name, Func<GeneratorDriver> driver, Func<GeneratorDriver> tracked, Func<CSharpCompilation> compilation, params Bar[] bars)
        => new(name, true, () => Measure(driver(), compilation()), bars)
        {
            Count = () => BodiesBound(tracked().RunGenerators(compilation())),
        };

    static Sample Measure(GeneratorDriver driver, CSharpCompilation compilation)
    {
        GC.Collect();
        return Meter.Process.Measure(() => driver.RunGenerators(compilation));
    }

    /// <summary>How often the step ran that binds and lowers. A step that did not run took its value from the run before.</summary>
    static long BodiesBound(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedSteps[BodiesStep]
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed));

    static long Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        return result.Success
            ? assembly.Length
            : throw new InvalidOperationException(result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString());
    }
}
