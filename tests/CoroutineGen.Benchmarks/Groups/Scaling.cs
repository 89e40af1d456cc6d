using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Scale;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>How the generator's time grows with the program. A test counts the work of the same shapes, in bytes.</summary>
static class Scaling
{
    public static readonly Group Group = new("scale", "Growth of the generator",
        "The same thing n times, in a row or within itself: the time of a cold run of the generator, the compiler's binding for it"
        + " included, for n and for ten times (nested: twice) as many. Linear is 10 (2). CPU time and allocations of the whole process.",
        () => Shape.All.Select(Compare))
    {
        Processes = 1,
        QuickRaces = () => Shape.All.Take(1).Select(Compare),
    };

    static Race Compare(Shape shape)
    {
        var race = new Race(shape.Name, "run", 1) { Rounds = 5, WarmUps = 2, Meter = Meter.Process };
        race.Prepared($"{shape.Size}", ours: false, () => Run(shape.Files(shape.Size)));
        race.Prepared(
            $"{shape.Size * shape.Factor}", ours: true, () => Run(shape.Files(shape.Size * shape.Factor)),
            bars: Bar.Time(shape.Factor == 2 ? 3 : 1.2 * shape.Factor));
        return race;
    }

    /// <summary>Parses before it is measured, and generates when it is.</summary>
    static Func<long> Run(string[] files)
    {
        var compilation = CSharpCompilation.Create(
            "Scale",
            files.Select((text, i) => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.CSharp12), $"/src/File{i}.cs", System.Text.Encoding.UTF8)),
            AssemblyReferences.OfProjects,
            new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        var driver = Drivers.Of(compilation, BuildProperties.Build, new CoroutineGenerator());
        GC.Collect();
        return () => driver.RunGenerators(compilation).GetRunResult().GeneratedTrees.Length;
    }
}
