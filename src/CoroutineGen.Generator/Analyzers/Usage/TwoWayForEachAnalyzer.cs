using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>CORO3006: foreach over a coroutine that receives values.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoWayForEachAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.TwoWayForEach);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var collection = ((CommonForEachStatementSyntax)context.Node).Expression;
        var looked = context.SemanticModel.GetOperation(collection, context.CancellationToken);
        if (looked is not null && CoroutineTypes.Sent(Looks.Through(looked).Type) is { } sent)
            context.ReportDiagnostic(Diagnostic.Create(UsageDiagnostics.TwoWayForEach, collection.GetLocation(), Wording.Short(collection),
                sent.ToMinimalDisplayString(context.SemanticModel, collection.SpanStart),
                ((CommonForEachStatementSyntax)context.Node).AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
                    ? "PrimeAsync and SendAsync" : "Prime and Send"));
    }
}
