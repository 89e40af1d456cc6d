using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO1020: takes 'Primed = true' from the attribute of a coroutine that receives nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnprimedAttributeFix() : EditorFix("Do not prime it", "CORO1020")
{
    private protected override bool Applies(SyntaxNode target) => target.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var argument = target.FirstAncestorOrSelf<AttributeArgumentSyntax>()!;
        if (argument.Parent is AttributeArgumentListSyntax { Arguments.Count: 1 } list)
            editor.RemoveNode(list);
        else
            editor.RemoveNode(argument);
    }
}
