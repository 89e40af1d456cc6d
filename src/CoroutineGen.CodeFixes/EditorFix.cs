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
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (Applies(Target(root, diagnostic), model, context.CancellationToken))
                context.RegisterCodeFix(
                    CodeAction.Create(_title, cancellation => Fixed(context.Document, [diagnostic], cancellation), GetType().Name),
                    diagnostic);
    }

    /// <summary>Whether the fix knows what to do with the code at a diagnostic.</summary>
    private protected virtual bool Applies(SyntaxNode target) => true;

    /// <summary>The same for a fix that asks what the code means.</summary>
    private protected virtual bool Applies(SyntaxNode target, SemanticModel model, CancellationToken cancellation) => Applies(target);

    private protected abstract void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation);

    private async Task<Document> Fixed(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
            if (Target(editor.OriginalRoot, diagnostic) is var target && Applies(target, editor.SemanticModel, cancellation))
                Edit(editor, target, cancellation);
        return editor.GetChangedDocument();
    }

    private static SyntaxNode Target(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
