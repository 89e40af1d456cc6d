using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Fuzz.Running;

/// <summary>
/// Programs with their generated code, not yet compiled. A program that does not compile does not stop the others: it is known by its
/// trees, and the rest is compiled without it.
/// </summary>
internal sealed class GeneratedBatch(
    CSharpCompilation compilation, SyntaxTree[] sources, (int Program, SyntaxTree Tree)[] generated, SyntaxTree common, ProgramOutcome?[] settled)
{
    private const string Marker = ".g.cs";

    /// <param name="mutate">Puts a defect into the generated code.</param>
    public CompiledBatch Compile(Func<string, string>? mutate = null)
    {
        ProgramOutcome?[] outcomes = [.. settled];
        var trees = sources.Select((tree, program) => (Program: program, Tree: tree)).ToList();
        trees.AddRange(mutate is null ? generated : generated.Select(g => (g.Program, Mutated(g.Tree, mutate))));
        var owner = trees.ToDictionary(t => t.Tree, t => t.Program);
        while (true)
        {
            var kept = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Where(t => outcomes[t.Program] is null).Select(t => t.Tree)).AddSyntaxTrees(common);
            using var image = new MemoryStream();
            var emitted = kept.Emit(image);
            if (emitted.Success)
                return new(image.ToArray(), outcomes, TextOf);
            foreach (var error in emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            {
                var tree = error.Location.SourceTree ?? throw new InvalidOperationException(error.ToString());
                string line = tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
                outcomes[owner[tree]] ??= new(
                    tree.FilePath.EndsWith(Marker, StringComparison.Ordinal) ? Verdict.BadCode : Verdict.BadProgram,
                    $"{error.Id}: {error.GetMessage()} at: {line}");
            }
        }
    }

    private string TextOf(int program) => string.Join("\n", generated.Where(g => g.Program == program).Select(g => g.Tree.ToString()));

    private static SyntaxTree Mutated(SyntaxTree tree, Func<string, string> mutate)
        => CSharpSyntaxTree.ParseText(mutate(tree.ToString()), (CSharpParseOptions)tree.Options, tree.FilePath);
}
