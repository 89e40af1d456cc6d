using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>
/// Random sub-expressions of this repository's own methods pass through yields that are answered with what they hand out: each such method must
/// become a coroutine that compiles and does what the method did, or be refused with a diagnostic.
/// </summary>
public sealed class TortureTests(ITestOutputHelper output)
{
    /// <summary>What no lowering could do (SCENARIOS, section 4): references, pointers and unnameable types across a suspension.</summary>
    private static readonly string[] Impossible = ["CORO2002", "CORO2004", "CORO2005", "CORO2006", "CORO2007", "CORO2009"];

    /// <summary>Suites that take long, measure allocations, or read files beside their sources.</summary>
    private static readonly string[] NotRun = ["RandomScript", "Million", "Allocation", "PublicApi", "Catalogue", "Thread"];

    [Theory]
    [InlineData("CoroutineGen.Generator", 1)]
    [InlineData("CoroutineGen.Generator", 2)]
    [InlineData("CoroutineGen.Generator.Tests", 1)]
    [InlineData("CoroutineGen.Tests", 1)]
    [InlineData("CoroutineGen.Tests", 2)]
    [InlineData("CoroutineGen", 1)]
    [InlineData("CoroutineGen", 2)]
    [InlineData("Tour", 1)]
    public async Task MutatedMethodsCompileAndDoWhatTheyDid(string corpus, int seed)
    {
        var run = new TortureRun(Corpus.All.Single(c => c.Name == corpus), seed);
        Assert.Empty(run.OriginalErrors);

        var mutated = await run.MutateAsync();

        var refused = run.Refused.Where(r => !Impossible.Contains(r.Value.Id)).ToList();
        output.WriteLine($"{run.Accepted.Count} accepted, {refused.Count} refused, {run.Refused.Count - refused.Count} impossible, {run.NotCSharp.Count} not C# any more");
        foreach (var (method, why) in run.Refused)
            output.WriteLine($"{why.Id} {method}: {why.GetMessage()}");
        Assert.Empty(run.Broken);
        Assert.NotEmpty(run.Accepted);
        Assert.True(refused.Count <= 0.05 * (run.Accepted.Count + refused.Count), $"{refused.Count} of {run.Accepted.Count} refused");
        if (corpus == "CoroutineGen.Tests")
            RunFacts(mutated);
    }

    /// <summary>Runs the tests of a mutated test project: what passed must pass.</summary>
    private void RunFacts(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("torture").LoadFromStream(image);
        int passed = 0;
        var failures = new List<string>();
        foreach (var fact in assembly.GetTypes().Where(t => !NotRun.Any(t.FullName!.Contains)).SelectMany(t => t.GetMethods()).Where(IsPlainFact))
        {
            try
            {
                var instance = Activator.CreateInstance(fact.DeclaringType!);
                fact.Invoke(instance, null);
                (instance as IDisposable)?.Dispose();
                passed++;
            }
            catch (TargetInvocationException e)
            {
                failures.Add($"{fact.DeclaringType}.{fact.Name}: {e.InnerException}");
            }
        }
        output.WriteLine($"{passed} tests of the mutated project passed");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
        Assert.True(passed > 100);
    }

    private static bool IsPlainFact(MethodInfo method)
        => method.GetCustomAttributes<FactAttribute>().Any(a => a.GetType() == typeof(FactAttribute) && a.Skip is null) && method.ReturnType == typeof(void)
            && method.GetParameters().Length == 0 && !NotRun.Any(method.Name.Contains) && method.DeclaringType!.GetConstructor([]) is not null;
}
