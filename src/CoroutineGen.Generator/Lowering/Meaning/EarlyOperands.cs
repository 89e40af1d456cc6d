using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Conditions whose right side the C# compiler evaluates before it asks the left one, and whatever that says: "d || right" of dynamic,
/// where a part of it is spilled to statements. A fault of the compiler's, which is neither imitated nor corrected: docs/decisions/0010.
/// </summary>
internal static class EarlyOperands
{
    /// <summary>Whether a node is such a condition; whether it stands where C# asks for a bool is its user's to know.</summary>
    public static bool Has(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
        => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either
            && model.GetTypeInfo(either, cancellation).Type is { TypeKind: TypeKind.Dynamic }
            && either.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).Any(IsSpilled);

    private static bool IsSpilled(SyntaxNode node)
        => node is IsPatternExpressionSyntax or SwitchExpressionSyntax
            or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;
}
