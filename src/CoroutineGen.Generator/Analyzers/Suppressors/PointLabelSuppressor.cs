using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Saving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Suppressors;

/// <summary>A label to which nothing jumps is there for saved coroutines: it names the point of its statement (rule 233).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PointLabelSuppressor : CoroutineSuppressor
{
    private static readonly SuppressionDescriptor UnusedLabel = new(
        "COROSPR0010", "CS0164", "The label names a point of a saveable coroutine");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(UnusedLabel);

    private protected override SuppressionDescriptor? Reason(string id, SyntaxNode node, MethodDeclarationSyntax method)
        => node.FirstAncestorOrSelf<LabeledStatementSyntax>() is { } label
            && CoroutineSyntax.IsSaveable(method) && NamesPoint(label, method)
            ? UnusedLabel
            : null;

    /// <summary>Whether the statement behind a label yields: of several labels the last one counts.</summary>
    private static bool NamesPoint(LabeledStatementSyntax label, MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is { } name
            && PointNames.InStatement(label).OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name);
}
