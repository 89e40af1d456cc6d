using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>What a body awaits by itself: lambdas and local functions await for themselves.</summary>
internal static class OwnAwaits
{
    /// <summary>Whether a body awaits anything but what is said to be a yield.</summary>
    /// <param name="body">The block, or the expression of an expression-bodied method.</param>
    /// <param name="isYield">Whether an await is that of a yield.</param>
    public static bool AreIn(SyntaxNode body, Func<AwaitExpressionSyntax, bool> isYield)
        => body.DescendantNodesAndSelf(node => !IsFunction(node)).Any(node => node switch
        {
            AwaitExpressionSyntax awaited => !isYield(awaited),
            CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            UsingStatementSyntax resource => resource.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            LocalDeclarationStatementSyntax resource => resource.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            _ => false,
        });

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
