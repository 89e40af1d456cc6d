using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Compiles many combinations at once, first without the generator to see which are C#, then with it, and runs them.</summary>
internal static class Verifier
{
    private const string StubMark = "could not be made into a coroutine";

    private static readonly CSharpParseOptions Parsing =
        new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("run-nullable-analysis", "never")]);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Annotations);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. AssemblyReferences.OfProjects, .. AssemblyReferences.Named(name => name == "CoroutineGen.Fuzz.dll")];

    /// <summary>Those that are C# by themselves, push-style.</summary>
    public static List<Combination> Lawful(IReadOnlyList<Combination> combinations)
    {
        var trees = combinations.Select(c => Parse(c.Text, c.Path)).ToArray();
        var unlawful = Create(trees).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.Location.SourceTree?.FilePath).ToHashSet();
        return [.. combinations.Where(c => !unlawful.Contains(c.Path))];
    }

    /// <summary>What comes of combinations that are C#.</summary>
    public static Outcome[] Verify(IReadOnlyList<Combination> combinations)
    {
        var outcomes = new Dictionary<int, Outcome>();
        var sources = combinations.Select(c => Parse(c.Text, c.Path)).ToArray();
        var project = Create(sources);
        var run = GeneratorRun.Of(Drivers.Of(project, BuildProperties.Editor, new CoroutineGenerator()), project);
        Refused(combinations, run.Output, run.Diagnostics, outcomes);
        var runs = combinations.Select(c => Parse(c.Comparison, c.ComparisonPath)).ToArray();
        var complete = (CSharpCompilation)run.Output.AddSyntaxTrees(runs);
        if (Image(combinations, complete, outcomes) is { } image)
            Run(combinations, image, outcomes);
        return [.. combinations.Select(c => outcomes[c.Number])];
    }

    /// <summary>What the analyzer says of those that were not made into coroutines; only about those, since asking takes long.</summary>
    private static void Refused(
        IReadOnlyList<Combination> combinations, Compilation generated, ImmutableArray<Diagnostic> ours, Dictionary<int, Outcome> outcomes)
    {
        var made = generated.SyntaxTrees.Where(t => IsGenerated(t) && !t.ToString().Contains(StubMark, StringComparison.Ordinal))
            .Select(t => NumberIn(t.FilePath)).ToHashSet();
        var refused = combinations.Where(c => !made.Contains(c.Number)).ToArray();
        if (refused.Length == 0)
            return;
        var numbers = refused.Select(c => c.Number).ToHashSet();
        var left = generated.RemoveSyntaxTrees(generated.SyntaxTrees.Where(t => !numbers.Contains(NumberIn(t.FilePath))));
        var said = left.WithAnalyzers([new CoroutineAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Concat(ours).Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        foreach (var combination in refused)
        {
            var why = said.FirstOrDefault(d => d.Location.SourceTree?.FilePath == combination.Path)
                ?? ours.FirstOrDefault(d => d.GetMessage().Contains($"K{combination.Number}.", StringComparison.Ordinal));
            outcomes[combination.Number] = why is null
                ? new(combination, Result.BadCode, "refused without a word")
                : new(combination, why.Id.StartsWith("CORO9", StringComparison.Ordinal) ? Result.BadCode : Result.Refused, $"{why.Id}: {why.GetMessage()}");
        }
    }

    /// <summary>Compiles what is left again and again, each time without those that do not compile.</summary>
    private static byte[]? Image(IReadOnlyList<Combination> combinations, CSharpCompilation complete, Dictionary<int, Outcome> outcomes)
    {
        var byNumber = combinations.ToDictionary(c => c.Number);
        while (outcomes.Count < combinations.Count)
        {
            var kept = complete.RemoveSyntaxTrees(complete.SyntaxTrees.Where(t => outcomes.ContainsKey(NumberIn(t.FilePath))));
            using var image = new MemoryStream();
            var emitted = kept.Emit(image);
            if (emitted.Success)
                return image.ToArray();
            foreach (var error in emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            {
                int number = NumberIn(error.Location.SourceTree!.FilePath);
                string line = error.Location.SourceTree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
                outcomes.TryAdd(number, new(byNumber[number], Result.BadCode, $"{error.Id}: {error.GetMessage()} at: {line}"));
            }
        }
        return null;
    }

    private static void Run(IReadOnlyList<Combination> combinations, byte[] image, Dictionary<int, Outcome> outcomes)
    {
        var context = new AssemblyLoadContext("Systematic", isCollectible: true);
        using var stream = new MemoryStream(image);
        var assembly = context.LoadFromStream(stream);
        foreach (var combination in combinations.Where(c => !outcomes.ContainsKey(c.Number)))
        {
            string? difference = (string?)assembly.GetType($"Run{combination.Number}")!.GetMethod("Go", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null);
            outcomes[combination.Number] = difference is null ? new(combination, Result.Same) : new(combination, Result.Different, difference);
        }
        context.Unload();
    }

    private static CSharpCompilation Create(IEnumerable<SyntaxTree> trees)
        => CSharpCompilation.Create($"Systematic{Guid.NewGuid():n}", trees, References, Options);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path, System.Text.Encoding.UTF8);

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>The number of the combination that a file belongs to; -1 for a file of all.</summary>
    private static int NumberIn(string path)
    {
        string name = Path.GetFileName(path);
        int end = name.IndexOf('.');
        return name[0] == 'K' && int.TryParse(name.AsSpan(1, end - 1), out int number) ? number : -1;
    }
}
