using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>
/// Whether a coroutine has something to run when it is closed, wherever it stands: each of its yields is within a try with finally, or
/// within a using.
/// </summary>
internal static class CleanUp
{
    /// <summary>False for a coroutine of another assembly, whose body cannot be seen.</summary>
    public static bool IsIn(IMethodSymbol coroutine, CancellationToken cancellation)
        => coroutine.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax method
            && CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is { } yield
            && method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsYield(call, yield)).ToArray()
                is { Length: > 0 } yields
            && yields.All(call => call.Ancestors().Any(node => node != method && IsProtected(node, call)));

    /// <summary>Whether the node holds a call of the yield parameter, or a delegation.</summary>
    public static bool Yields(SyntaxNode node, string yield)
        => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => IsYield(call, yield));

    public static bool IsYield(InvocationExpressionSyntax call, string yield) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == yield,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "From" }
            => name.Identifier.ValueText == yield,
        _ => false,
    };

    /// <summary>Whether the node runs something when a call within it is closed.</summary>
    private static bool IsProtected(SyntaxNode node, SyntaxNode call) => node switch
    {
        TryStatementSyntax { Finally: { } cleaning } => !cleaning.Span.Contains(call.Span),
        UsingStatementSyntax scope => scope.Statement.Span.Contains(call.Span),
        BlockSyntax block => block.Statements.TakeWhile(statement => statement.SpanStart < call.SpanStart)
            .Any(statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }
                && !statement.Span.Contains(call.Span)),
        _ => false,
    };
}
