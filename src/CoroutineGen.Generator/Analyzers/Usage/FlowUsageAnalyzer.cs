using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// The rules that follow a coroutine through a method. They share one flow analysis, which only methods that make coroutines pay for.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowUsageAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageDiagnostics.UnprimedSend, UsageDiagnostics.MaybeUnprimedSend, UsageDiagnostics.NeverResumed,
        UsageDiagnostics.ResumedAfterClose, UsageDiagnostics.SecondEnumeration, UsageDiagnostics.RedundantPrime,
        UsageDiagnostics.LeftSuspended, UsageDiagnostics.EarlyResult, UsageDiagnostics.Overlap);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var factories = new Factories();
            start.RegisterOperationBlockAction(block => Analyze(block, factories));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, Factories factories)
    {
        foreach (var block in context.OperationBlocks)
            if (Followed.MakesAny(block, factories))
                foreach (var flow in FlowAnalysis.Run(context.GetControlFlowGraph(block), factories, context.CancellationToken))
                    Report(context, flow);
    }

    private static void Report(OperationBlockAnalysisContext context, FlowResult flow)
    {
        var found = UnprimedSendRule.Check(flow)
            .Concat(NeverResumedRule.Check(flow))
            .Concat(ClosedRule.Check(flow))
            .Concat(RedundantPrimeRule.Check(flow))
            .Concat(LeftSuspendedRule.Check(flow, context.CancellationToken))
            .Concat(EarlyResultRule.Check(flow))
            .Concat(OverlapRule.Check(flow, context.CancellationToken));
        foreach (var diagnostic in found)
            context.ReportDiagnostic(diagnostic);
    }
}
