using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Fuzz.Running;

/// <summary>
/// Compiles many programs at once, with the generator in the same process. A program that cannot be compiled does not stop the others:
/// it is told apart by its trees, and the rest is compiled without it.
/// </summary>
/// <param name="generator">The generator; a mutant of it may take its place.</param>
internal sealed class BatchCompiler(Func<IIncrementalGenerator> generator)
{
    public BatchCompiler()
        : this(() => new CoroutineGenerator())
    {
    }

    /// <summary>An assembly that no program needs but for its alias.</summary>
    private const string Aliased = "System.Collections.Immutable.dll";

    /// <summary>What the generator makes of all programs, those that are left out too. Each program has a catalogue of its own.</summary>
    private const string Catalog = "SavedCoroutines.g.cs";

    private const string StubMark = "could not be made into a coroutine";

    // Warnings about null are nobody's business here, and take a tenth of the time.
    private static readonly CSharpParseOptions Parsing =
        new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("run-nullable-analysis", "never")]);
    private static readonly SyntaxTree NoCatalog = CSharpSyntaxTree.ParseText(
        "namespace CoroutineGen { internal static class SavedCoroutines { public static CoroutineCatalog Catalog { get; } = new(); } }", Parsing);
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Disable,
        concurrentBuild: false);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. AssemblyReferences.Named(name => name != Aliased && (AssemblyReferences.IsFramework(name) || name is "CoroutineGen.dll" or "CoroutineGen.Fuzz.dll")),
        .. AssemblyReferences.Named(name => name == Aliased).Select(reference => reference.WithAliases([FuzzProgram.Alias])),
    ];

    public static string NamespaceOf(int number) => $"P{number}";

    public CompiledBatch Compile(IReadOnlyList<FuzzProgram> programs) => Generate(programs).Compile();

    public GeneratedBatch Generate(IReadOnlyList<FuzzProgram> programs)
    {
        var outcomes = new ProgramOutcome?[programs.Count];
        var sources = programs.Select((p, i) => CSharpSyntaxTree.ParseText(p.In(NamespaceOf(i)), Parsing, p.Path(NamespaceOf(i)))).ToArray();
        var compilation = CSharpCompilation.Create($"Batch{Guid.NewGuid():n}", sources, References, Options);
        var result = Drivers.Of(compilation, BuildProperties.Editor, generator()).RunGenerators(compilation).GetRunResult();
        foreach (var diagnostic in result.Diagnostics)
            outcomes[ProgramNamed(diagnostic.GetMessage())] ??= new(Verdict.InternalError, diagnostic.GetMessage());
        foreach (var failure in result.Results.Where(r => r.Exception is not null))
            throw new InvalidOperationException("The generator failed.", failure.Exception);
        var generated = result.Results.SelectMany(r => r.GeneratedSources).Where(g => g.HintName != Catalog).Select(g => (IndexIn(g.HintName), g.SyntaxTree)).ToArray();
        foreach (var (program, tree) in generated)
        {
            if (tree.ToString().Contains(StubMark, StringComparison.Ordinal))
                outcomes[program] ??= new(Verdict.Refused, "");
        }
        Refusals(programs, outcomes);
        return new(compilation, sources, generated, NoCatalog, outcomes);
    }

    /// <summary>
    /// What the analyzer and the compiler say of the programs that were refused. They are asked only about those, since it takes long.
    /// </summary>
    private static void Refusals(IReadOnlyList<FuzzProgram> programs, ProgramOutcome?[] outcomes)
    {
        var refused = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] is not null).ToArray();
        if (refused.Length == 0)
            return;
        var trees = refused.Select(i => CSharpSyntaxTree.ParseText(programs[i].In(NamespaceOf(i)), Parsing, programs[i].Path(NamespaceOf(i))));
        var alone = CSharpCompilation.Create("Refused", trees, References, Options);
        var compilation = GeneratorRun.Of(Drivers.Of(alone, BuildProperties.Editor, new CoroutineGenerator()), alone).Output;
        var diagnostics = compilation.WithAnalyzers([new CoroutineAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        foreach (int index in refused)
        {
            string path = programs[index].Path(NamespaceOf(index));
            var said = diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error && d.Location.GetLineSpan().Path == path);
            var tree = compilation.SyntaxTrees.First(t => t.FilePath == path);
            var errors = compilation.GetSemanticModel(tree).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
            if (errors.FirstOrDefault() is { } error)
                outcomes[index] = new(Verdict.BadProgram, $"{error.Id}: {error.GetMessage()} at: {LineOf(error, tree)}");
            else if (outcomes[index] is { Verdict: Verdict.Refused })
                outcomes[index] = said is null
                    ? new(Verdict.InternalError, "refused without a diagnostic")
                    : new(Verdict.Refused, $"{said.Id}: {said.GetMessage()}");
        }
    }

    private static string LineOf(Diagnostic error, SyntaxTree tree)
        => tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();

    /// <summary>An error of the generator's own says which method it met, by its full name; it may have no place.</summary>
    private static int ProgramNamed(string message)
        => Regex.Match(message, @"\bP(\d+)\.") is { Success: true } name
            ? int.Parse(name.Groups[1].Value)
            : throw new InvalidOperationException(message);

    /// <summary>Every path and every hint name begins with the namespace of its program.</summary>
    private static int IndexIn(string path)
    {
        string name = Path.GetFileName(path);
        return int.Parse(name.AsSpan(1, name.IndexOf('.') - 1));
    }
}
