using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>Whether an operation on an asynchronous coroutine can be in progress after the call that began it has returned.</summary>
internal static class Waiting
{
    /// <summary>False where the body can be seen and awaits nothing but its own yields: each of its operations is over at once.</summary>
    public static bool MayWait(IMethodSymbol coroutine, CancellationToken cancellation)
        => coroutine.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax method
            || CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is not { } yield
            || ((SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression) is not { } body
            || OwnAwaits.AreIn(body, awaited => IsPlainYield(awaited.Expression, yield));

    // yield(1), (yield(1)), yield(1).ConfigureAwait(false)
    private static bool IsPlainYield(ExpressionSyntax awaited, string yield)
    {
        while (awaited is ParenthesizedExpressionSyntax parenthesized)
            awaited = parenthesized.Expression;
        if (awaited is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured }
            })
            awaited = configured;
        return awaited is InvocationExpressionSyntax { Expression: IdentifierNameSyntax } call && CleanUp.IsYield(call, yield);
    }
}
