using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Saving;
using CoroutineGen.Generator.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>Projects with points files: what they say of a version, and what is said of the next one.</summary>
internal static class PointsProject
{
    public const string Shipped = "/src/" + PointsFiles.ShippedName;
    public const string Unshipped = "/src/" + PointsFiles.UnshippedName;

    /// <summary>The lines that the points of a source have, as the files have them.</summary>
    public static string Lines(string source)
        => string.Join("\n", Contract.Of(source).SelectMany(PointLine.Of).Select(l => l.ToString()).Order(StringComparer.Ordinal)) + "\n";

    /// <summary>What the points analyzer says of a source, and of the files; null for a file that is not there.</summary>
    public static Task<Diagnostic[]> Analyze(string source, string? shipped, string? unshipped = null)
        => Analyze(Compile(source).Output, [new PointsAnalyzer()], shipped, unshipped);

    /// <summary>The same with what the generator's own analyzer refuses.</summary>
    public static Task<Diagnostic[]> AnalyzeAll(string source, string? shipped, string? unshipped = null)
        => Analyze(Project.Run(source).Output, [new PointsAnalyzer(), new CoroutineAnalyzer()], shipped, unshipped);

    public static GeneratorRun Compile(string source)
    {
        var run = Project.Run(source);
        Assert.True(!run.Errors.Any(), string.Join("\n", run.Errors) + "\n" + run.Text);
        return run;
    }

    public static async Task<Diagnostic[]> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, string? shipped, string? unshipped)
    {
        var options = new AnalyzerOptions([.. new (string Path, string? Text)[] { (Shipped, shipped), (Unshipped, unshipped) }
            .Where(f => f.Text is not null).Select(f => new File(f.Path, f.Text!))]);
        var found = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.OrderBy(d => d.Location.SourceTree is null).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>A diagnostic as "CORO4102 at 'Order': message"; in a points file, at its line.</summary>
    public static string Text(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        string place = location.SourceTree is { } tree ? $"'{tree.GetText().ToString(location.SourceSpan)}'"
            : $"{Path.GetFileName(location.GetLineSpan().Path)}({location.GetLineSpan().StartLinePosition.Line + 1})";
        return $"{diagnostic.Id} at {place}: {diagnostic.GetMessage()}";
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
