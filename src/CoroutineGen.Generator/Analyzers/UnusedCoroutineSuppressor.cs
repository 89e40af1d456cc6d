using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>
/// A private coroutine method is seldom called itself: its callers call the generated overload. Nobody should be told to remove it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedCoroutineSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor UnusedMember = new(
        "COROSPR0001", "IDE0051", "The method is the source of a generated coroutine, and is used through it");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(UnusedMember);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                && CoroutineSymbols.IsCoroutine(method, context.GetSemanticModel(tree), context.CancellationToken))
                context.ReportSuppression(Suppression.Create(UnusedMember, diagnostic));
        }
    }
}
