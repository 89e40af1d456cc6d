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
            || method.DescendantNodes().Any(node => Waits(node, yield));

    private static bool Waits(SyntaxNode node, string yield) => node switch
    {
        AwaitExpressionSyntax awaited => !IsPlainYield(awaited.Expression, yield),
        CommonForEachStatementSyntax loop => loop.AwaitKeyword.RawKind != 0,
        UsingStatementSyntax scope => scope.AwaitKeyword.RawKind != 0,
        LocalDeclarationStatementSyntax declaration => declaration.AwaitKeyword.RawKind != 0,
        _ => false,
    };

    // yield(1), yield(1).ConfigureAwait(false)
    private static bool IsPlainYield(ExpressionSyntax awaited, string yield)
    {
        if (awaited is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured }
            })
            awaited = configured;
        return awaited is InvocationExpressionSyntax { Expression: IdentifierNameSyntax } call && CleanUp.IsYield(call, yield);
    }
}
