using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO1001: makes all types around the coroutine partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialFix() : EditorFix("Make the containing types partial", "CORO1001")
{
    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
        => PartialTypes.Make(editor, target);
}
