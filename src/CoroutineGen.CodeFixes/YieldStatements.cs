using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>The yield statements of an iterator, and the calls of a yield parameter that they become.</summary>
internal static class YieldStatements
{
    /// <summary>The yield statements of a body itself: those of nested functions are theirs.</summary>
    public static IEnumerable<YieldStatementSyntax> Of(BlockSyntax? body)
        => body?.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<YieldStatementSyntax>() ?? [];

    // yield return 1;    ---->  yield(1);
    // yield return 1;    ---->  await yield(1);      in an async iterator
    // yield break;       ---->  return;
    public static StatementSyntax Turned(YieldStatementSyntax statement, string yield, bool isAsync)
    {
        if (statement.Expression is not { } value)
            return Elastic.Without(SyntaxFactory.ReturnStatement()).WithTriviaFrom(statement);
        var call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.IdentifierName(yield),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Argument(statement, value)))));
        return Elastic.Without(SyntaxFactory.ExpressionStatement(isAsync ? Awaiting.Await(call) : call)).WithTriviaFrom(statement);
    }

    /// <summary>The value, with the comments that stand beside it.</summary>
    private static ExpressionSyntax Argument(YieldStatementSyntax statement, ExpressionSyntax value)
    {
        var before = statement.ReturnOrBreakKeyword.TrailingTrivia.AddRange(value.GetLeadingTrivia());
        return value
            .WithLeadingTrivia(before.Any(Trivia.IsComment) ? before.SkipWhile(trivia => !Trivia.IsComment(trivia)) : [])
            .WithTrailingTrivia(value.GetTrailingTrivia().Any(Trivia.IsComment) ? value.GetTrailingTrivia() : default);
    }
}
