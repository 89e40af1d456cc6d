using System.Reflection;
using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Forking;

/// <summary>
/// The scenarios of CoroutineGen.Tests with all coroutines forkable that can be: where the oracle resumes a coroutine, it resumes a fork of it
/// instead, at each suspension another one. What comes out must be what the method itself does.
/// </summary>
public sealed class ScenarioForkTests(ITestOutputHelper output)
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "CoroutineGen.Tests");

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using CoroutineGen;";

    /// <summary>They hand out closures over their variables, which a caller calls: these mean the coroutine that made them (rule 216).</summary>
    private static readonly string[] HandOutClosures
        = ["Trap_05_An_implicit_in_argument_is_a_reference", "Trap_07_A_type_parameter_receiver_is_an_object_or_a_place"];

    [Fact]
    public async Task A_fork_goes_on_as_the_method_would()
    {
        var sources = new ForkableSources(
            [("Usings.cs", Usings), .. Sources("Oracle"), .. Sources("Scenarios"), .. Sources("Traps")],
            trees => CSharpCompilation.Create(
                "Scenarios", trees, AssemblyReferences.Named(n => AssemblyReferences.IsFramework(n) || n.StartsWith("xunit.", StringComparison.Ordinal) || n == "CoroutineGen.dll"),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));
        var run = await sources.Accepted();
        output.WriteLine($"{sources.Count} forkable; refused: {string.Join(", ", sources.Refusals.GroupBy(id => id).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.True(!run.Errors.Any(), string.Join("\n", run.Errors));
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        image.Position = 0;
        var program = AssemblyLoadContext.Default.LoadFromStream(image);
        List<string> failures = [];
        int passed = 0;
        foreach (var test in program.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.IsDefined(typeof(FactAttribute)) && !m.IsDefined(typeof(TheoryAttribute)) && !HandOutClosures.Contains(m.Name)))
        {
            try
            {
                object? result = test.Invoke(Activator.CreateInstance(test.DeclaringType!), null);
                if (result is Task task)
                    await task;
                passed++;
            }
            catch (TargetInvocationException error)
            {
                failures.Add($"{test.DeclaringType!.Name}.{test.Name}: {error.InnerException}");
            }
        }
        output.WriteLine($"{passed} passed");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.InRange(sources.Count, 240, int.MaxValue);
        Assert.InRange(passed, 300, int.MaxValue);
    }

    private static IEnumerable<(string Path, string Text)> Sources(string folder)
        => Directory.EnumerateFiles(Path.Combine(Tests, folder), "*.cs").Where(file => !Path.GetFileName(file).StartsWith("Catalogue", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file)));
}
