using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>Whether a coroutine has something to run when it is closed: a yield within a try with finally, or within a using.</summary>
internal static class CleanUp
{
    /// <summary>False for a coroutine of another assembly, whose body cannot be seen.</summary>
    public static bool IsIn(IMethodSymbol coroutine, CancellationToken cancellation)
        => coroutine.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax method
            && CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is { } yield
            && method.DescendantNodes().Any(node => Protected(node) is { } nodes && nodes.Any(inner => Yields(inner, yield)));

    /// <summary>Whether the node holds a call of the yield parameter, or a delegation.</summary>
    public static bool Yields(SyntaxNode node, string yield) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => IsYield(call, yield));

    public static bool IsYield(InvocationExpressionSyntax call, string yield) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == yield,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "From" } => name.Identifier.ValueText == yield,
        _ => false,
    };

    private static IEnumerable<SyntaxNode>? Protected(SyntaxNode node) => node switch
    {
        TryStatementSyntax { Finally: not null } guarded => guarded.Catches.Cast<SyntaxNode>().Prepend(guarded.Block),
        UsingStatementSyntax scope => [scope.Statement],
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword, Parent: { } block } declaration
            => block.ChildNodes().SkipWhile(statement => statement != declaration).Skip(1),
        _ => null,
    };
}
