using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Tests.Faults;

/// <summary>A small program as a user would build it, with generator and analyzer, and what it does when it runs.</summary>
internal sealed class FaultProject
{
    private const string Usings = """
        global using System;
        global using System.Collections;
        global using System.Collections.Generic;
        global using System.Globalization;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CoroutineGen;

        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private readonly Compilation _output;
    private readonly byte[] _image;

    private FaultProject(Compilation output, byte[] image, ImmutableArray<Diagnostic> problems)
    {
        _output = output;
        _image = image;
        Problems = problems;
    }

    /// <summary>What every program is compiled with.</summary>
    public static (IEnumerable<MetadataReference> References, string Usings) Common => (AssemblyReferences.OfProjects, Usings);

    /// <summary>What the build says: errors of the compiler, whatever CORO says as an error, in the user's code and in ours.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>The generated files, for a reader of a failed test.</summary>
    public string Generated => string.Join("\n", _output.SyntaxTrees
        .Where(t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(t => t.ToString()));

    public static async Task<FaultProject> Build(
        OutputKind kind, string usings, IEnumerable<(string Path, string Text)> files, params IEnumerable<MetadataReference> references)
    {
        var trees = files.Prepend(("/src/Usings.cs", Usings + usings))
            .Select(f => CSharpSyntaxTree.ParseText(f.Item2, Parsing, f.Item1, Encoding.UTF8));
        var project = CSharpCompilation.Create(
            "Fault", trees, AssemblyReferences.OfProjects.AddRange(references),
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        var run = GeneratorRun.Of(Drivers.Of(project, BuildProperties.Build, new CoroutineGenerator()), project);
        var said = await run.Output.WithAnalyzers([new CoroutineAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        // To emit it says all that the compiler has to say: what it finds where it binds, and what it finds no earlier than there.
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image);
        return new(
            run.Output, image.ToArray(),
            [.. emitted.Diagnostics.Concat(said).Concat(run.Diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error)]);
    }

    /// <summary>Loads the program and runs something of it; a program that does not come back is a failure.</summary>
    public T Run<T>(Func<System.Reflection.Assembly, T> use)
    {
        if (_image.Length == 0)
            throw new InvalidOperationException(string.Join("\n", Problems));
        using var image = new MemoryStream(_image);
        var context = new AssemblyLoadContext("Fault", isCollectible: true);
        var running = Task.Factory.StartNew(() => use(context.LoadFromStream(image)), TaskCreationOptions.LongRunning);
        try
        {
            return running.Wait(TimeSpan.FromSeconds(60)) ? running.Result : throw new TimeoutException("The program does not end.");
        }
        finally
        {
            context.Unload();
        }
    }
}
