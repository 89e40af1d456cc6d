using System.Reflection;
using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Forking;

/// <summary>The scenarios of CoroutineGen.Tests, compiled with a flag on all coroutines that can have it, and run.</summary>
internal static class Scenarios
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "CoroutineGen.Tests");

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using CoroutineGen;";

    /// <summary>Compiles and runs all of them; what fails is an error.</summary>
    /// <param name="flag">"Forkable = true".</param>
    /// <param name="without">Tests that are left out.</param>
    /// <param name="slice">Which part of the scenarios and traps.</param>
    /// <param name="output">Is told what was refused.</param>
    /// <param name="more">Folders of tests beside those of scenarios and traps.</param>
    /// <returns>How many coroutines have the flag, and how many tests there are.</returns>
    public static async Task<(int Count, int Passed)> Run(string flag, string[] without, Slice slice, ITestOutputHelper output, params string[] more)
    {
        var sources = new FlaggedSources(
            flag, [("Usings.cs", Usings), .. Sources("Oracle"), .. slice.Of(Sources("Scenarios")), .. slice.Of(Sources("Traps")), .. more.SelectMany(Sources)],
            trees => CSharpCompilation.Create(
                "Scenarios" + flag[0], trees, AssemblyReferences.Named(n => AssemblyReferences.IsFramework(n) || n.StartsWith("xunit.", StringComparison.Ordinal) || n == "CoroutineGen.dll"),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));
        var run = await sources.Accepted();
        output.WriteLine($"{sources.Count} with {flag}; refused: {string.Join(", ", sources.Refusals.GroupBy(id => id).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.True(!run.Errors.Any(), string.Join("\n", run.Errors));
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        image.Position = 0;
        var program = AssemblyLoadContext.Default.LoadFromStream(image);
        List<string> failures = [];
        int passed = 0;
        foreach (var test in program.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.IsDefined(typeof(FactAttribute)) && !m.IsDefined(typeof(TheoryAttribute)) && !without.Contains(m.Name)))
        {
            try
            {
                object? result = test.Invoke(test.IsStatic ? null : Activator.CreateInstance(test.DeclaringType!), null);
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
        return (sources.Count, passed);
    }

    private static IEnumerable<(string Path, string Text)> Sources(string folder)
        => Directory.EnumerateFiles(Path.Combine(Tests, folder), "*.cs").Where(file => !Path.GetFileName(file).StartsWith("Catalogue", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file)));
}
