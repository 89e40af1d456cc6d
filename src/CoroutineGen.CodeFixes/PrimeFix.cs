using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO3001 and CORO3002: primes the coroutine, where it is declared if it is made there, otherwise at the send: a suspended one does not
/// mind. An asynchronous one is primed where it can be awaited.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PrimeFix() : EditorFix("Prime it first", "CORO3001", "CORO3002")
{
    private const string Name = "Prime", AsyncName = "PrimeAsync";

    private protected override bool Applies(SyntaxNode target)
        => IsAsync(target)
            ? Receiver(target) is { } receiver && Awaiting.IsPossible(receiver)
            : Receiver(target) is not null || target.Parent is MemberBindingExpressionSyntax;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        bool isAsync = IsAsync(target);
        if (Receiver(target) is { } receiver && Made(editor, receiver, cancellation) is { } made
            && (!isAsync || Awaiting.IsPossible(made)))
            editor.ReplaceNode(made, (current, _) => IsPrimed(current) ? current : Prime((ExpressionSyntax)current, isAsync));
        else if (Receiver(target) is { } value)
            editor.ReplaceNode(value, (current, _) => Operand(Prime((ExpressionSyntax)current, isAsync)));
        else
            editor.ReplaceNode(target.Parent!, (current, _) => SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.InvocationExpression(SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName(Name))),
                ((MemberBindingExpressionSyntax)current).Name));
    }

    /// <summary>Whether the send is one that is awaited.</summary>
    private static bool IsAsync(SyntaxNode send) => send is SimpleNameSyntax { Identifier.ValueText: "SendAsync" or "TrySendAsync" };

    private static ExpressionSyntax? Receiver(SyntaxNode target) => (target.Parent as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The call that makes the coroutine, in the declaration of the variable or member that it is sent through.</summary>
    private static ExpressionSyntax? Made(DocumentEditor editor, ExpressionSyntax receiver, CancellationToken cancellation)
    {
        var symbol = editor.SemanticModel.GetSymbolInfo(receiver, cancellation).Symbol;
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol)
            || symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || reference.SyntaxTree != receiver.SyntaxTree)
            return null;
        var value = reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
            _ => null,
        };
        return value is InvocationExpressionSyntax
            && editor.SemanticModel.GetTypeInfo(value, cancellation).Type is { Name: var name }
            && name == MadeType(editor, receiver, cancellation)
            ? value
            : null;
    }

    /// <summary>
    /// Only where the variable still is what its declaration made of it: a variable of a base type may be anything by now.
    /// </summary>
    private static string? MadeType(DocumentEditor editor, ExpressionSyntax receiver, CancellationToken cancellation)
        => editor.SemanticModel.GetTypeInfo(receiver, cancellation).Type?.Name;

    /// <summary>Whether the fix of another send has primed it already.</summary>
    private static bool IsPrimed(SyntaxNode made)
        => made.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Name or AsyncName };

    // c    ---->  c.Prime()
    // c    ---->  await c.PrimeAsync()
    private static ExpressionSyntax Prime(ExpressionSyntax coroutine, bool isAsync)
    {
        var primed = SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, coroutine.WithoutTrivia(),
                    SyntaxFactory.IdentifierName(isAsync ? AsyncName : Name)))
            .WithTriviaFrom(coroutine);
        return isAsync ? Awaiting.Await(primed) : primed;
    }

    // await c.PrimeAsync()    ---->  (await c.PrimeAsync())
    private static ExpressionSyntax Operand(ExpressionSyntax primed)
        => primed is AwaitExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(primed.WithoutTrivia()).WithTriviaFrom(primed)
            : primed;
}
