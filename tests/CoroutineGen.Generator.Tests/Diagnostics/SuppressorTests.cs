using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Suppressors;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

public sealed class SuppressorTests
{
    [Fact]
    public async Task PrivateCoroutineIsNotUnused()
    {
        var run = Project.Run("""
            static partial class C
            {
                [Coroutine] private static void Walk(Yield<int> yield) => yield(1);
                private static void Forgotten() { }
            }
            """);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await run.Output.WithAnalyzers([new AllPrivateIsUnused(), new UnusedCoroutineSuppressor()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(
            ["Forgotten False", "Walk True"],
            found.Where(d => d.Location.SourceTree == run.Output.SyntaxTrees.First()).Select(d => $"{d.GetMessage(null)} {d.IsSuppressed}").Order(StringComparer.Ordinal));
    }

#pragma warning disable RS1001, RS1036, RS2008 // Stands in for the IDE's own analyzer, and is none that anybody ships.
    private sealed class AllPrivateIsUnused : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Unused = new("IDE0051", "Unused", "{0}", "Test", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unused];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                c =>
                {
                    if (c.Symbol.DeclaredAccessibility == Accessibility.Private && !c.Symbol.IsImplicitlyDeclared)
                        c.ReportDiagnostic(Diagnostic.Create(Unused, c.Symbol.Locations[0], c.Symbol.Name));
                },
                SymbolKind.Method);
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
