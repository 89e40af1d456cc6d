using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3007: takes away a Prime() that does nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemovePrimeFix() : EditorFix("Remove Prime()", "CORO3007")
{
    private protected override bool Applies(SyntaxNode target) => Call(target) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var call = Call(target)!;
        var coroutine = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        if (call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement
            && coroutine is SimpleNameSyntax or MemberAccessExpressionSyntax)
            editor.RemoveNode(call.Parent.Parent is GlobalStatementSyntax global ? global : call.Parent);
        else
            editor.ReplaceNode(
                call,
                (current, _) => ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression
                    .WithTriviaFrom(current));
    }

    private static InvocationExpressionSyntax? Call(SyntaxNode target)
        => target.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } ? call : null;
}
