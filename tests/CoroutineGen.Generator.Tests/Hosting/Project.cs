using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>Compilations of source text against the running framework and the runtime, with the generator in them.</summary>
internal static class Project
{
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing CoroutineGen;\n";

    public static CSharpCompilation Compile(params string[] sources) => Compile(LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Compile(LanguageVersion version, params string[] sources) => CSharpCompilation.Create(
        "Sample",
        sources.Select((text, i) => Parse(text, $"/src/File{i + 1}.cs", version)),
        AssemblyReferences.OfProjects,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static SyntaxTree Parse(string text, string path = "/src/File1.cs", LanguageVersion version = LanguageVersion.CSharp14)
        => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version, DocumentationMode.Parse), path, System.Text.Encoding.UTF8);

    /// <summary>Runs the generator once.</summary>
    public static GeneratorRun Run(Compilation compilation, CoroutineGenerator? generator = null)
        => GeneratorRun.Of(Driver(compilation, generator), compilation);

    public static GeneratorRun Run(string source) => Run(Compile(Usings + source));

    /// <summary>A driver that remembers why its steps ran. As in an editor, where it is the analyzer that speaks.</summary>
    public static GeneratorDriver Driver(Compilation compilation, CoroutineGenerator? generator = null)
        => Drivers.Tracking(compilation, BuildProperties.Editor, generator ?? new CoroutineGenerator());

    /// <summary>What the analyzer says on a final compilation, in the order of the text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation)
    {
        var found = await compilation.WithAnalyzers([new CoroutineAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();
    }
}
