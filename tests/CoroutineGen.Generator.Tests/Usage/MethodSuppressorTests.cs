using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Suppressors;
using CoroutineGen.Generator.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>What the suppressor silences, and what it leaves: each analyzer here stands in for one of the IDE's or the SDK's.</summary>
public sealed class MethodSuppressorTests : UsageTest
{
    private const string Text = """
        using System;
        using CoroutineGen;
        partial class C
        {
            [Coroutine] void Walk(int unused, Yield<int, int> yield) { yield(1); yield.From(new[] { 1 }); Math.Abs(1); }
            void Other(int unused, Yield<int, int> yield) { yield(1); }
        }
        """;

    [Theory]
    [InlineData("IDE0060", "Walk int unused False", "Walk Yield<int, int> yield True", "Other int unused False", "Other Yield<int, int> yield False")]
    [InlineData("CA1801", "Walk int unused False", "Walk Yield<int, int> yield True", "Other int unused False", "Other Yield<int, int> yield False")]
    [InlineData("CA1822", "Walk Walk True", "Other Other False")]
    [InlineData("S2190", "Walk Walk True", "Other Other False")]
    [InlineData("CA1062", "Walk yield True", "Walk yield True", "Walk Math False", "Other yield False")]
    [InlineData("IDE0058", "Walk yield(1) True", "Walk yield.From(new[] { 1 }) True", "Walk Math.Abs(1) False", "Other yield(1) False")]
    public async Task Silences(string id, params string[] expected)
    {
        var compilation = Compile("Test", OutputKind.DynamicallyLinkedLibrary, null, Text);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, false, false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new Advice(id), new CoroutineMethodSuppressor()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected, found.OrderBy(d => d.Location.SourceSpan.Start).Select(d => $"{d.GetMessage()} {d.IsSuppressed}"));
    }

    /// <summary>The compiler says that the mark of a token parameter means nothing, since it knows iterators only.</summary>
    [Fact]
    public async Task Silences_the_compiler_at_the_mark_of_a_token()
    {
        const string Marked = """
            using System.Runtime.CompilerServices;
            using System.Threading;
            using System.Threading.Tasks;
            using CoroutineGen;
            partial class C
            {
                [Coroutine] static async Task M([EnumeratorCancellation] CancellationToken a, CancellationToken b, AsyncYield<int, int> yield) => await yield(1);
                static async Task Other([EnumeratorCancellation] CancellationToken a) => await Task.Yield();
            }
            """;
        var compilation = Compile("Test", OutputKind.DynamicallyLinkedLibrary, null, Marked);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, false, false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new Advice("IDE0058"), new CoroutineMethodSuppressor()], options).GetAllDiagnosticsAsync();
        // The factory repeats the mark, where warnings are off.
        Assert.Equal([true, false], found
            .Where(d => d.Id == "CS8424" && !d.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.IsSuppressed));
    }

    private const string Async = """
        using System.Threading.Tasks;
        using CoroutineGen;
        partial class C
        {
            [Coroutine] async Task Walk(AsyncYield<int, int> yield) { await yield(1); await yield.From(new[] { 1 }); await Task.Delay(1); }
            async Task Other(AsyncYield<int, int> yield) { await yield(1); }
            [Coroutine] void Plain(Yield<int> yield) { yield(1); }
        }
        """;

    /// <summary>What other people's analyzers say of awaits and names, at the places where they say it.</summary>
    [Theory]
    [InlineData("CA2007", "Walk yield(1) True", "Walk yield.From(new[] { 1 }) True", "Walk Task.Delay(1) False", "Other yield(1) False", "Plain yield(1) False")]
    [InlineData("CS1998", "Walk Walk True", "Other Other False", "Plain Plain False")] // Compilers before that of .NET 10 say it where nothing is awaited.
    [InlineData("VSTHRD200", "Walk Walk True", "Other Other False", "Plain Plain False")]
    public async Task Silences_of_async(string id, params string[] expected)
    {
        var compilation = Compile("Test", OutputKind.DynamicallyLinkedLibrary, null, Async);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, false, false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new Advice(id), new CoroutineMethodSuppressor()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected, found.OrderBy(d => d.Location.SourceSpan.Start).Select(d => $"{d.GetMessage()} {d.IsSuppressed}"));
    }

    private const string Passing = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using CoroutineGen;
        static partial class C
        {
            [Coroutine] static void Walk(int n, Yield<int> yield) { yield.From(Walk(n - 1)); }
            static IDisposable Make() => null!;
            static void Use() { Walk(1).ToList(); GC.KeepAlive(Walk(2)); GC.KeepAlive(Make()); var c = Walk(3); Walk(4).MoveNext(); Walk(5).TryNext(out int i); foreach (int j in Walk(6).LeaveOpen()) break; Walk(new System.IO.MemoryStream().ReadByte()).ToList(); }
        }
        """;

    /// <summary>A coroutine that is passed on is closed by who gets it; one that is kept or left is not.</summary>
    [Theory]
    [InlineData("CA2000")]
    [InlineData("IDISP004")]
    public async Task Silences_what_is_passed_on(string id)
    {
        var compilation = Compile("Test", OutputKind.DynamicallyLinkedLibrary, null, Passing);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, false, false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([new Advice(id), new PassedOnSuppressor()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(
            ["Walk Walk(n - 1)", "Use Walk(1)", "Use Walk(2)", "Use Walk(new System.IO.MemoryStream().ReadByte())"],
            found.Where(d => d.IsSuppressed).OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.GetMessage()));
        foreach (string left in new[] { "Walk(3)", "Walk(4)", "Walk(5)", "Walk(6)", "Make()", "new System.IO.MemoryStream()" })
            Assert.Contains(found, d => d is { IsSuppressed: false } && d.GetMessage() == "Use " + left);
    }

#pragma warning disable RS1001, RS1036, RS2008 // Stands in for an analyzer of somebody else.
    private sealed class Advice : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _advice;

        public Advice(string id) => _advice = new(id, "Advice", "{0} {1}", "Test", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_advice];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
        }

        private void Analyze(SyntaxNodeAnalysisContext context)
        {
            var method = (MethodDeclarationSyntax)context.Node;
            var places = _advice.Id switch
            {
                "IDE0060" or "CA1801" => method.ParameterList.Parameters.Select(parameter => parameter.GetLocation()),
                "CA1822" or "VSTHRD200" or "CS1998" or "S2190" => [method.Identifier.GetLocation()],
                "CA1062" => method.DescendantNodes().OfType<ExpressionStatementSyntax>()
                    .Select(statement => statement.DescendantNodes().OfType<IdentifierNameSyntax>().First().GetLocation()),
                "CA2000" or "IDISP004" => method.DescendantNodes()
                    .Where(node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax).Select(made => made.GetLocation()),
                "CA2007" => method.DescendantNodes().OfType<ExpressionStatementSyntax>()
                    .Select(statement => (statement.Expression is AwaitExpressionSyntax awaited ? awaited.Expression : statement.Expression).GetLocation()),
                _ => method.DescendantNodes().OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression.GetLocation()),
            };
            foreach (var place in places)
                context.ReportDiagnostic(Diagnostic.Create(_advice, place, method.Identifier.Text, method.SyntaxTree.GetText().ToString(place.SourceSpan)));
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
