using System.Reflection;
using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Hosting;
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

    /// <summary>
    /// Suites that take long, measure allocations, read files beside their sources, start the tests as a process, or throw exits at clauses of their own that catch all (rule 66).
    /// </summary>
    private static readonly string[] NotRun = ["RandomScript", "Million", "Allocation", "PublicApi", "Catalogue", "Thread", "FoldingTests",
        "SaveElsewhere", "MessageRules", "Depth_has_no_limit"];

    /// <summary>What `dotnet test` runs, which has time for little.</summary>
    private static readonly (string Corpus, int Seed)[] Slice = [("CoroutineGen", 1), ("Tour", 1)];

    /// <summary>What .ci/run adds, with COROUTINEGEN_TORTURE=tests: here it is also seen what the mutated methods do.</summary>
    private static readonly (string Corpus, int Seed)[] Tests = [("CoroutineGen.Tests", 1)];

    /// <summary>What docs/torture.md reports: COROUTINEGEN_TORTURE=1 runs it and writes the page.</summary>
    private static readonly (string Corpus, int Seed)[] Whole =
    [
        ("CoroutineGen.Generator", 1), ("CoroutineGen.Generator", 2), ("CoroutineGen.Generator.Tests", 1), ("CoroutineGen.Generator.Tests", 2),
        ("CoroutineGen.Tests", 1), ("CoroutineGen.Tests", 2), ("CoroutineGen", 1), ("CoroutineGen", 2), ("Tour", 1), ("Tour", 2),
    ];

    [Fact]
    public async Task MutatedMethodsCompileAndDoWhatTheyDid()
    {
        string? asked = Environment.GetEnvironmentVariable("COROUTINEGEN_TORTURE");
        bool isWhole = asked == "1";
        var page = new TorturePage();
        foreach (var (corpus, seed) in isWhole ? Whole : asked == "tests" ? Tests : Slice)
        {
            var run = new TortureRun(Corpus.All.Single(c => c.Name == corpus), seed);
            Assert.True(run.OriginalErrors.Count == 0, string.Join("\n", run.OriginalErrors));
            var mutated = await run.MutateAsync();
            Assert.True(run.Broken.Count == 0, string.Join("\n", run.Broken.Take(5)));
            Assert.NotEmpty(run.Accepted);
            int passed = corpus == "CoroutineGen.Tests" ? RunFacts(mutated) : 0;
            page.Add(corpus, seed, run, run.Refused.Where(r => Impossible.Contains(r.Value.Id)).Select(r => r.Key).ToHashSet(), passed);
        }
        output.WriteLine(page.ToString());
        Assert.True(page.Mutated >= (isWhole ? 2_000 : asked == "tests" ? 500 : 150), $"only {page.Mutated} methods were mutated");
        Assert.True(page.Share > 0.95, $"only {page.Share:P1} of {page.Mutated} were accepted");
        if (isWhole)
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "torture.md"), page.ToString());
    }

    /// <summary>Runs the tests of a mutated test project: what passed must pass.</summary>
    private static int RunFacts(Compilation compilation)
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
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
        Assert.True(passed > 100);
        return passed;
    }

    private static bool IsPlainFact(MethodInfo method)
        => method.GetCustomAttributes<FactAttribute>().Any(a => a.GetType() == typeof(FactAttribute) && a.Skip is null) && method.ReturnType == typeof(void)
            && method.GetParameters().Length == 0 && !NotRun.Any(method.Name.Contains) && method.DeclaringType!.GetConstructor([]) is not null;
}
