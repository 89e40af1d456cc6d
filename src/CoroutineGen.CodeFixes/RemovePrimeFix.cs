using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3007: takes away a Prime() that does nothing, or a PrimeAsync() with its await.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemovePrimeFix() : EditorFix("Remove the priming", "CORO3007")
{
    // { }
    private static readonly StatementSyntax Nothing = SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space), default,
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private protected override bool Applies(SyntaxNode target) => Priming(target) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var priming = Priming(target)!;
        if (priming.Parent is not ExpressionStatementSyntax statement
            || Coroutine(priming) is not (SimpleNameSyntax or MemberAccessExpressionSyntax))
            editor.ReplaceNode(priming, (current, _) => Coroutine((ExpressionSyntax)current).WithTriviaFrom(current));
        else if (Removable(statement) is { } removed)
            editor.RemoveNode(removed);
        else
            editor.ReplaceNode(statement, (current, _) => Elastic.Without(Nothing).WithTriviaFrom(current));
    }

    /// <summary>What goes with a statement; null where it is what a condition or a loop wants, and something has to stand there.</summary>
    // if (b) c.Prime();    ---->
    private static SyntaxNode? Removable(StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax global => global,
        BlockSyntax or SwitchSectionSyntax { Statements.Count: > 1 } => statement,
        IfStatementSyntax { Else: null, Condition: IdentifierNameSyntax } condition => Removable(condition),
        _ => null,
    };

    // c.Prime(), await c.PrimeAsync(), await c.PrimeAsync().ConfigureAwait(false)
    private static ExpressionSyntax? Priming(SyntaxNode target)
        => target.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } ? null
            : target is SimpleNameSyntax { Identifier.ValueText: "PrimeAsync" } ? Awaiting.Around(call) : call;

    /// <summary>What is primed, without parentheses that only the await around it needed.</summary>
    private static ExpressionSyntax Coroutine(ExpressionSyntax priming) => priming switch
    {
        AwaitExpressionSyntax awaited => Coroutine(awaited.Expression) is ParenthesizedExpressionSyntax { Expression: var inner } ? inner
            : Coroutine(awaited.Expression),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured }
        } => Coroutine(configured),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        _ => priming,
    };
}
