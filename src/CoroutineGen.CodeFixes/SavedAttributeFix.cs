using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
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
                editor.ReplaceNode(method, (current, _) => WithAttribute((MethodDeclarationSyntax)current, attribute));
        return editor.GetChangedDocument();
    }

    /// <summary>The method with an attribute list more, below the last one or beside it.</summary>
    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax method, string attribute)
    {
        var last = method.AttributeLists.Last();
        var indentation = method.GetLeadingTrivia().LastOrDefault();
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(Parsed(Qualifier(last) + attribute)))
            .WithTrailingTrivia(last.GetTrailingTrivia());
        if (last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && indentation.IsKind(SyntaxKind.WhitespaceTrivia))
            list = list.WithLeadingTrivia(indentation);
        return method.WithAttributeLists(method.AttributeLists.Add(list));
    }

    private static AttributeSyntax Parsed(string attribute)
        => SyntaxFactory.ParseMemberDeclaration($"[{attribute}] void M() {{ }}")!.AttributeLists[0].Attributes[0];

    // [CoroutineGen.Coroutine]    ---->  CoroutineGen.
    private static string Qualifier(AttributeListSyntax list)
        => list.Attributes.Select(a => a.Name).OfType<QualifiedNameSyntax>().FirstOrDefault() is { } name ? $"{name.Left}." : "";
}
