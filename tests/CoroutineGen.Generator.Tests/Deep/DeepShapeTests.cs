using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Deep;

/// <summary>What the compiler survives on a small stack, it survives with the generator in it.</summary>
public class DeepShapeTests
{
    private const int SmallStack = 1_500_000;

    [Theory]
    [InlineData("calls", 10_000)]
    [InlineData("terms", 10_000)]
    [InlineData("concatenation", 3_000)]
    [InlineData("array", 10_000)]
    [InlineData("else-ifs", 1_000)]
    public void The_generator_needs_no_more_stack_than_the_compiler(string shape, int parts)
    {
        GeneratorRun? run = null;
        var thread = new Thread(() => run = Project.Run(Project.Compile(DeepShapes.Source(shape, parts, yieldEvery: 0))), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Empty(run!.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
