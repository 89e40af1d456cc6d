using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO2013: awaits a yield that is a statement of its own. Where its task is kept or passed on, nobody but the user knows what he wants.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitYieldFix() : EditorFix("Await the yield", "CORO2013")
{
    private protected override bool Applies(SyntaxNode target)
        => target is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax };

    // yield(1);    ---->  await yield(1);
    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        if (Applies(target))
            editor.ReplaceNode(target, (current, _) => Awaiting.Await((ExpressionSyntax)current));
    }
}
