using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3017: marks a method that yields, and makes the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MarkCoroutineFix() : EditorFix("Mark it [Coroutine]", "CORO3017")
{
    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        editor.ReplaceNode(
            target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!,
            (current, _) => AddedAttribute.On((MethodDeclarationSyntax)current, "Coroutine"));
        PartialTypes.Make(editor, target);
    }
}
