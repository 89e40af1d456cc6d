using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO4102 to CORO4104: says with an attribute what was called otherwise, where that can be only one thing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SavedAttributeFix : CodeFixProvider
{
    // What the analyzer gives along: SavedPoint("Charge", Was = "Pay")
    private const string Attribute = "attribute";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CORO4102", "CORO4103", "CORO4104");

    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await Fixed(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (diagnostic.Properties.TryGetValue(Attribute, out var attribute) && attribute is not null)
                context.RegisterCodeFix(
                    CodeAction.Create($"Add [{attribute}]", cancellation => Fixed(context.Document, [diagnostic], cancellation), attribute),
                    diagnostic);
        return Task.CompletedTask;
    }

    private static async Task<Document> Fixed(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var added = diagnostics.Select(d => (
            Method: editor.OriginalRoot.FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>(),
            Attribute: d.Properties.TryGetValue(Attribute, out var attribute) ? attribute : null));
        foreach (var (method, attribute) in added.Distinct())
            if (method is not null && attribute is not null)
                editor.ReplaceNode(method, (current, _) => AddedAttribute.On(
                    (MethodDeclarationSyntax)current, Qualifier(((MethodDeclarationSyntax)current).AttributeLists.Last()) + attribute));
        return editor.GetChangedDocument();
    }

    // [CoroutineGen.Coroutine]    ---->  CoroutineGen.
    private static string Qualifier(AttributeListSyntax list)
        => list.Attributes.Select(a => a.Name).OfType<QualifiedNameSyntax>().FirstOrDefault() is { } name ? $"{name.Left}." : "";
}
