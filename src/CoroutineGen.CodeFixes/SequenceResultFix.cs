using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3018: a coroutine without a result is declared void, or Task. Not where it returns something, which may be meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SequenceResultFix() : EditorFix("Declare it without a result", "CORO3018")
{
    private protected override bool Applies(SyntaxNode target)
        => target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: { } body }
            && !body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .Any(node => node is ReturnStatementSyntax { Expression: not null });

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var method = target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        editor.ReplaceNode(method.ReturnType, (current, _) => NoResult.TypeOf(method, editor.SemanticModel).WithTriviaFrom(current));
    }
}
