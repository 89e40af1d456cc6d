using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>What one run of the generator gave.</summary>
internal sealed record GeneratorRun(Compilation Output, ImmutableArray<Diagnostic> Diagnostics, GeneratorDriverRunResult Result)
{
    public static GeneratorRun Of(GeneratorDriver driver, Compilation compilation)
    {
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics).GetRunResult();
        return new(output, diagnostics, result);
    }

    public ImmutableArray<GeneratedSourceResult> Files => Result.Results.Single().GeneratedSources;

    public string Text => string.Join("\n", Files.Select(f => f.SourceText.ToString()));

    public IEnumerable<Diagnostic> Errors => Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Every output must compile before anything else is said about it: no error anywhere, no warning in generated files.</summary>
    public GeneratorRun Compiles()
    {
        Assert.Empty(Diagnostics);
        var generated = Files.Select(f => f.SyntaxTree.FilePath).ToHashSet();
        var found = Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error
            || (d.Severity == DiagnosticSeverity.Warning && !d.IsSuppressed && generated.Contains(d.Location.SourceTree?.FilePath ?? "")));
        Assert.True(!found.Any(), string.Join("\n", found) + "\n\n" + Text);
        return this;
    }
}
