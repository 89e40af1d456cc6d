using System.Collections.Immutable;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>One corpus, mutated under one seed: what became of each method.</summary>
internal sealed class TortureRun
{
    private readonly Compilation _original;
    private readonly ImmutableArray<SyntaxTree> _files;
    private readonly Mutator _mutator;

    public TortureRun(Corpus corpus, int seed)
    {
        var sources = corpus.Load();
        _files = sources.SyntaxTrees;
        _original = Corpus.Generate(sources);
        _mutator = new Mutator(_original, seed);
        OriginalErrors = Errors(_original).Select(d => d.ToString()).ToList();
    }

    /// <summary>What is wrong before anything was mutated: it must be nothing.</summary>
    public List<string> OriginalErrors { get; }

    /// <summary>Methods that became coroutines.</summary>
    public HashSet<string> Accepted { get; } = [];

    /// <summary>Methods whose mutation is not C#, such as a variable that is no longer definitely assigned.</summary>
    public HashSet<string> NotCSharp { get; } = [];

    /// <summary>Methods that were refused, and why.</summary>
    public Dictionary<string, Diagnostic> Refused { get; } = [];

    /// <summary>Errors in generated code: there must be none.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>The mutated project, without the methods that were refused: it compiles.</summary>
    public async Task<Compilation> MutateAsync()
    {
        var spared = new HashSet<string>();
        for (int round = 0; ; round++)
        {
            var mutated = new HashSet<string>();
            var sources = CSharpCompilation.Create(
                _original.AssemblyName, _files.Select(f => Corpus.Parse(_mutator.Mutate(f, spared, mutated), f.FilePath)), _original.References,
                (CSharpCompilationOptions)_original.Options);
            var output = Corpus.Generate(sources);
            int before = spared.Count;
            var written = sources.SyntaxTrees.ToHashSet();
            foreach (var error in Errors(output))
            {
                if (error.Location.SourceTree is { } tree && written.Contains(tree))
                    Spare(error, NotCSharp, spared);
            }
            if (spared.Count == before)
            {
                foreach (var refusal in await Project.Analyze(output))
                {
                    if (refusal.Severity == DiagnosticSeverity.Error && MethodAt(refusal) is { } place && spared.Add(place))
                        Refused[place] = refusal;
                }
            }
            if (spared.Count > before && round < 20)
                continue;
            Accepted.UnionWith(mutated);
            Broken.AddRange(Errors(output).Select(d => $"{d} in:\n{LineAt(d)}"));
            return output;
        }
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) => compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    private static void Spare(Diagnostic error, HashSet<string> reason, HashSet<string> spared)
    {
        if (MethodAt(error) is { } place && spared.Add(place))
            reason.Add(place);
    }

    private static string? MethodAt(Diagnostic error)
        => error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? Mutator.PlaceOf(method) : null;

    private static string LineAt(Diagnostic error)
        => error.Location.SourceTree?.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString() ?? "";
}
