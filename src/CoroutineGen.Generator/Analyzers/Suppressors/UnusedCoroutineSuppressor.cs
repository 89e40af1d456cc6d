using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Suppressors;

/// <summary>
/// A private coroutine method is seldom called itself: its callers call the generated overload. Nobody should be told to remove it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedCoroutineSuppressor : CoroutineSuppressor
{
    private static readonly SuppressionDescriptor UnusedMember = new(
        "COROSPR0001", "IDE0051", "The method is the source of a generated coroutine, and is used through it");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(UnusedMember);

    private protected override SuppressionDescriptor? Reason(string id, SyntaxNode node, MethodDeclarationSyntax method) => UnusedMember;
}
