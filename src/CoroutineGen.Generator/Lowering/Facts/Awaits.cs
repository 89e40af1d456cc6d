using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>Whether a body awaits anything besides its yields: lambdas and local functions await for themselves.</summary>
internal static class Awaits
{
    public static bool AreIn(SyntaxNode body, SuspensionMap suspensions)
        => body.DescendantNodesAndSelf(node => node == body || !IsFunction(node)).Any(node => !IsFunction(node) && node switch
        {
            AwaitExpressionSyntax awaited => !suspensions.IsYield(awaited),
            CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            UsingStatementSyntax resource => resource.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            LocalDeclarationStatementSyntax resource => resource.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            _ => false,
        });

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
