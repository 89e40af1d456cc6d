using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>CORO3014: an enumeration gives its token to a coroutine that has no parameter for it (rule 168).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedTokenAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.UnusedToken);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("WithCancellation" or "GetAsyncEnumerator")
            || Uses.Of(call) is not (Use.Same or Use.Enumerator, { } receiver)
            || call.Arguments.FirstOrDefault(a => KnownSymbols.IsCancellationToken(a.Parameter?.Type)) is not { IsImplicit: false } given
            || !MayBeCancelled(given.Value)
            || Factories.Source(Looks.Through(receiver).Type) is not { } source
            || source.Parameters.Any(parameter => KnownSymbols.IsCancellationToken(parameter.Type)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(UsageDiagnostics.UnusedToken, given.Syntax.GetLocation(), source.Name));
    }

    // default, CancellationToken.None
    private static bool MayBeCancelled(IOperation token)
        => Looks.Through(token) is not (IDefaultValueOperation or IPropertyReferenceOperation { Instance: null, Property.Name: "None" });
}
