using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Scale;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// The work of the generator grows as the program does. Work is counted in bytes allocated: they are the same on every machine, and what
/// looks at each pair of things nearly always makes something for it. Time is measured by the benchmark group "scale".
/// </summary>
[Collection(nameof(Alone))]
public sealed class GrowthTests
{
    /// <summary>The compiler has to bind the program too, and for some shapes its own work grows faster: then ours may grow as that does.</summary>
    private const double Slack = 1.2;

    public static TheoryData<string> Shapes => [.. Shape.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void IsLinear(string name)
    {
        var shape = Shape.All.Single(s => s.Name == name);
        var small = shape.Files(shape.Size);
        var large = shape.Files(shape.Size * shape.Factor);
        Generate(small);
        double ours = (double)Allocated(() => Generate(large)) / Allocated(() => Generate(small));
        double compilers = (double)Allocated(() => Check(large)) / Allocated(() => Check(small));
        double bar = Math.Max(Slack * shape.Factor, Slack * compilers);
        Assert.True(
            ours <= bar, $"{shape.Factor} times as many {name} take {ours:n1} times the work; the compiler's grows {compilers:n1} times.");
    }

    private static long Allocated(Action work)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static void Generate(string[] files)
    {
        var compilation = Project.Compile(files);
        Drivers.Of(compilation, BuildProperties.Build, new CoroutineGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics);
        Assert.Empty(diagnostics);
    }

    private static void Check(string[] files) => Project.Compile(files).GetDiagnostics();
}
