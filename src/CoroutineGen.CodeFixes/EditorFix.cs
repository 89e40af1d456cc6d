using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>A fix that edits the document of its diagnostic. To fix all is to make all edits on one editor.</summary>
public abstract class EditorFix : CodeFixProvider
{
    private readonly string _title;

    private protected EditorFix(string title, params string[] ids)
    {
        _title = title;
        FixableDiagnosticIds = ids.ToImmutableArray();
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await Fixed(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (root is not null && Applies(Target(root, diagnostic)))
                context.RegisterCodeFix(
                    CodeAction.Create(_title, cancellation => Fixed(context.Document, [diagnostic], cancellation), GetType().Name),
                    diagnostic);
    }

    /// <summary>Whether the fix knows what to do with the code at a diagnostic.</summary>
    private protected virtual bool Applies(SyntaxNode target) => true;

    private protected abstract void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation);

    private async Task<Document> Fixed(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
            if (Target(editor.OriginalRoot, diagnostic) is var target && Applies(target))
                Edit(editor, target, cancellation);
        return editor.GetChangedDocument();
    }

    private static SyntaxNode Target(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
