using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>What the fixes have to know of await: where it may stand, and what it makes of an expression.</summary>
internal static class Awaiting
{
    /// <summary>Whether a type is a class of asynchronous coroutines.</summary>
    public static bool IsAsync(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (at is { Name: "AsyncCoroutine", ContainingNamespace.Name: "CoroutineGen" })
                return true;
        return type is { TypeKind: TypeKind.Interface, Name: "IAsyncCoroutine", ContainingNamespace.Name: "CoroutineGen" };
    }

    /// <summary>Whether an await may stand where the node does.</summary>
    public static bool IsPossible(SyntaxNode node)
    {
        foreach (var around in node.Ancestors())
            switch (around)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryClauseSyntax or CatchFilterClauseSyntax or AttributeSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        return false;
    }

    // c    ---->  await c
    public static AwaitExpressionSyntax Await(ExpressionSyntax task) => SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia())
        .WithTriviaFrom(task);

    /// <summary>The await around a call, through ConfigureAwait; null where the call is not awaited where it stands.</summary>
    // await c.PrimeAsync().ConfigureAwait(false)
    public static AwaitExpressionSyntax? Around(ExpressionSyntax call)
        => call.Parent is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured
        }
            ? configured.Parent as AwaitExpressionSyntax
            : call.Parent as AwaitExpressionSyntax;
}
