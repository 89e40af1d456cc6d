using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO1006 and CORO1027: all yield statements of a coroutine become calls of its yield parameter, and the sequence that it was declared to
/// return goes with them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class YieldStatementFix() : EditorFix("Yield with the parameter", "CORO1006", "CORO1027")
{
    private protected override bool Applies(SyntaxNode target)
        => target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && YieldParameter.NameOf(method) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var method = target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        string yield = YieldParameter.NameOf(method)!;
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        foreach (var statement in YieldStatements.Of(method.Body))
            editor.ReplaceNode(statement, (current, _) => YieldStatements.Turned((YieldStatementSyntax)current, yield, isAsync));
        editor.ReplaceNode(method.ReturnType, (current, _) => NoResult.TypeOf(method, editor.SemanticModel).WithTriviaFrom(current));
    }
}
