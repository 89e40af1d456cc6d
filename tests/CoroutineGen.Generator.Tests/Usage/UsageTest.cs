using System.Collections.Immutable;
using System.Reflection;
using CoroutineGen.Generator.Analyzers.Usage;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>
/// Checks usage analyzers on marked source: [|...|] where a diagnostic is expected, nothing anywhere else. All of them
/// run, after the generator, as in a build.
/// </summary>
public abstract class UsageTest
{
    protected const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing CoroutineGen;\n";

    protected static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = typeof(CoroutineGenerator).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(FlowUsageAnalyzer).Namespace && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    /// <summary>Checks statements of a method.</summary>
    protected static Task<Diagnostic[]> Body(string id, string statements, string members = "")
        => Source(id, $"static partial class Test\n{{\n    static void Run(bool x, bool y, int n)\n    {{\n        {statements}\n    }}\n    {members}\n}}\n");

    /// <summary>Checks statements of an async method.</summary>
    protected static Task<Diagnostic[]> AsyncBody(string id, string statements, string members = "")
        => Source(id, $"static partial class Test\n{{\n    static async Task Run(bool x, bool y, int n, CancellationToken token)\n    {{\n        {statements}\n    }}\n    {members}\n}}\n");

    /// <summary>Statements in which nothing of CORO3xxx is to be said.</summary>
    protected static Task Silent(string statements, string members = "") => Body("CORO3", statements, members);

    /// <summary>Checks a whole file. The id may be the beginning of several.</summary>
    /// <returns>What was found.</returns>
    protected static async Task<Diagnostic[]> Source(
        string id, string marked, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, Compilation? library = null)
    {
        var (text, expected) = MarkedSource.Parse(Usings + marked);
        var found = await Find(id, text, kind, library);
        var actual = found.Select(d => d.Location.SourceSpan).ToArray();
        Assert.True(expected.SequenceEqual(actual), "Expected " + string.Join(", ", expected.Select(s => $"[{text.Substring(s.Start, s.Length)}]"))
            + "\nFound " + string.Join("\n", found.Select(d => $"[{text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)}] {d}")));
        return found;
    }

    /// <summary>The messages of what is found.</summary>
    protected static async Task<string[]> Messages(string id, string statements)
    {
        string text = $"{Usings}static partial class Test\n{{\n    static void Run(bool x, bool y, int n)\n    {{\n        {statements}\n    }}\n}}\n";
        return [.. (await Find(id, text, OutputKind.DynamicallyLinkedLibrary, null)).Select(d => d.GetMessage())];
    }

    /// <summary>A compilation with the generator's files in it, which has to compile.</summary>
    protected internal static Compilation Compile(string name, OutputKind kind, Compilation? library, params string[] sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Parse);
        var trees = sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"/src/{name}{i}.cs"));
        var references = library is null ? AssemblyReferences.OfProjects : AssemblyReferences.OfProjects.Add(Image(library));
        var compilation = CSharpCompilation.Create(name, trees, references, new(kind, nullableContextOptions: NullableContextOptions.Enable));
        var run = GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.Build, new CoroutineGenerator()), compilation);
        Assert.True(!run.Errors.Any(), string.Join("\n", run.Errors));
        return run.Output;
    }

    protected static async Task<Diagnostic[]> Find(string id, string text, OutputKind kind, Compilation? library)
    {
        var compilation = library is null ? Compile("Test", kind, null, text, CommonCoroutines.Text) : Compile("Test", kind, library, text);
        var found = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => d.Id.StartsWith(id, StringComparison.Ordinal) && d.Location.SourceTree?.FilePath == "/src/Test0.cs")
            .OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static MetadataReference Image(Compilation library)
    {
        using var stream = new MemoryStream();
        Assert.True(library.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
