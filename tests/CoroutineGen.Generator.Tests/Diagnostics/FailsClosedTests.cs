using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>A coroutine with an error does not build, whatever is turned off, and the error is said once; its factory is there for editors.</summary>
public sealed class FailsClosedTests
{
    private const string Body = "static partial class C { [Coroutine] public static void M(Yield<int> yield) { Action<int> a = x => yield(x); a(1); } }";

    public static TheoryData<string, string> Refused => new()
    {
        { "CORO2002", Body },
        { "CORO2002", "static partial class C { [Coroutine] public static void M(Yield<int> yield) { lock (\"\") { Action<int> a = x => yield(x); yield(1); } } }" },
        { "CORO1001", "static class C { [Coroutine] public static void M(Yield<int> yield) { yield(1); } }" },
        { "CORO1002", "static partial class C { [Coroutine] public static void M(int x) { } }" },
        { "CORO1005", "static partial class C { [Coroutine] public static async void M(Yield<int> yield) { yield(1); await System.Threading.Tasks.Task.Yield(); } }" },
        { "CORO1008", "static partial class C { [Coroutine] public static void M(ref int x, Yield<int> yield) { yield(x); } }" },
        { "CORO1018", "static partial class C { [Coroutine] public static void M(Yield<int> yield) { yield(1); } static int M() => 1; }" },
        { "CORO1021", "static partial class C { public static void N() { [Coroutine] void M(Yield<int> yield) { yield(1); } M(null!); } }" },
        { "CORO1021", "static partial class C { public static Action<Yield<int>> N() => [Coroutine] (Yield<int> yield) => { yield(1); }; }" },
        { "CORO1021", "static partial class C { public static Action<Yield<int>> P { get; } = [Coroutine] (yield) => yield(1); }" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public Task AsItIs(string id, string source) => IsSaidOnce(id, source, c => c);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task WithAllWarningsDisabledByPragma(string id, string source) => IsSaidOnce(id, "#pragma warning disable\n#pragma warning disable " + id + "\n" + source, c => c);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task WithASuppressMessageAttribute(string id, string source)
        => IsSaidOnce(id, $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"CoroutineGen\", \"{id}\")]\n" + source, c => c);

    [Theory]
    [MemberData(nameof(Refused))]
    public Task WithASeverityOfNone(string id, string source) => IsSaidOnce(id, source, c => c.WithOptions(c.Options
        .WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Suppress)])
        .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
        .WithSyntaxTreeOptionsProvider(new None())));

    [Theory]
    [MemberData(nameof(Refused))]
    public void WithoutAnalyzers(string id, string source)
        => Assert.Equal(id, Assert.Single(Generate(Project.Compile(Project.Usings + source), new(), BuildProperties.WithoutAnalyzers, out _)).Id);

    /// <summary>The analyzer alone cannot be silenced either: it is what speaks where other generators may still add what is missing.</summary>
    [Fact]
    public async Task TheAnalyzerIsNotSilenced()
    {
        var compilation = Project.Compile("#pragma warning disable\n" + Project.Usings
            + "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"CoroutineGen\", \"CORO2002\")]" + Body);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("CORO2002", ReportDiagnostic.Suppress)])
            .WithSyntaxTreeOptionsProvider(new None()));
        var found = Assert.Single(await Analyze(compilation, new()));
        Assert.Equal((DiagnosticSeverity.Error, false), (found.Severity, found.IsSuppressed));
    }

    [Fact]
    public async Task InAnEditorTheAnalyzerSpeaks()
    {
        var settled = new SettledBodies();
        Assert.Empty(Generate(Project.Compile(Project.Usings + Body), settled, BuildProperties.Editor, out var output));
        Assert.Equal("CORO2002", Assert.Single(await Analyze(output, settled)).Id);
        Assert.Contains(output.GetTypeByMetadataName("C")!.GetMembers("M"), m => ((IMethodSymbol)m).Parameters.IsEmpty);
    }

    /// <summary>Two builds in one process, as a compiler server makes them: the second fails as the first did.</summary>
    [Fact]
    public void TheSecondBuildFailsAsTheFirst()
    {
        var settled = new SettledBodies();
        var compilation = Project.Compile(Project.Usings + Body);
        for (int i = 0; i < 2; i++)
            Assert.Equal("CORO2002", Assert.Single(Generate(compilation, settled, BuildProperties.Build, out _)).Id);
    }

    /// <summary>A warning is the analyzer's, and may be silenced.</summary>
    [Fact]
    public async Task AWarningIsNotReportedByTheBuild()
    {
        var settled = new SettledBodies();
        const string locked = "static partial class C { [Coroutine] public static void M(Yield<int> yield) { lock (\"\") yield(1); } }";
        Assert.Empty(Generate(Project.Compile(Project.Usings + locked), settled, BuildProperties.Build, out var output));
        Assert.Equal("CORO2010", Assert.Single(await Analyze(output, settled)).Id);
    }

    private static async Task IsSaidOnce(string id, string source, Func<CSharpCompilation, CSharpCompilation> configure)
    {
        var settled = new SettledBodies();
        var compilation = configure(Project.Compile(source.StartsWith("[assembly", StringComparison.Ordinal) ? "using System;\nusing CoroutineGen;\n" + source : Project.Usings + source));
        var found = Assert.Single(Generate(compilation, settled, BuildProperties.Build, out var output));
        Assert.Equal((id, DiagnosticSeverity.Error, false), (found.Id, found.Severity, found.IsSuppressed));
        Assert.True(found.Location.IsInSource);
        Assert.DoesNotContain(await Analyze(output, settled), d => d.Severity == DiagnosticSeverity.Error);
    }

    private static IReadOnlyList<Diagnostic> Generate(
        CSharpCompilation compilation, SettledBodies settled, BuildProperties properties, out Compilation output)
    {
        var run = GeneratorRun.Of(Drivers.Of(compilation, properties, new CoroutineGenerator(MethodLowering.Lower, settled)), compilation);
        output = run.Output;
        return run.Diagnostics;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Compilation output, SettledBodies settled)
        => await output.WithAnalyzers([new CoroutineAnalyzer(MethodLowering.Lower, settled)]).GetAnalyzerDiagnosticsAsync();

    /// <summary>An .editorconfig that sets everything to none.</summary>
    private sealed class None : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.MarkedGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Suppress;
            return true;
        }
    }
}
