using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>A label to which nothing jumps is there for saved coroutines: it names the point of its statement (rule 233).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PointLabelSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor UnusedLabel = new(
        "COROSPR0010", "CS0164", "The label names a point of a saveable coroutine");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(UnusedLabel);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<LabeledStatementSyntax>() is { } label
                && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && CoroutineSyntax.IsSaveable(method)
                && NamesPoint(label, method)
                && CoroutineSymbols.IsCoroutine(method, context.GetSemanticModel(tree), context.CancellationToken))
                context.ReportSuppression(Suppression.Create(UnusedLabel, diagnostic));
        }
    }

    /// <summary>Whether the statement behind a label yields: of several labels the last one counts.</summary>
    private static bool NamesPoint(LabeledStatementSyntax label, MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is { } name
            && label.Statement.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(n => n.Identifier.ValueText == name && n.FirstAncestorOrSelf<StatementSyntax>()?.Parent == label);
}
