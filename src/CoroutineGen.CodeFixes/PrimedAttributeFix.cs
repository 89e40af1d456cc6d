using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO3001: lets the factory prime, by the attribute of the coroutine that is sent to. Not where it is asynchronous: what its factory
/// returns would have to be awaited, by all who call it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PrimedAttributeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CORO3001");

    /// <summary>None: one change of an attribute mends every send to that coroutine.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var name = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        if (model is null || name is null
            || await Attribute(name, model, context.CancellationToken).ConfigureAwait(false) is not { } attribute
            || context.Document.Project.Solution.GetDocument(attribute.SyntaxTree) is not { } document)
            return;
        foreach (var diagnostic in context.Diagnostics)
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Declare the coroutine Primed", cancellation => Prime(document, attribute, cancellation), nameof(PrimedAttributeFix)),
                diagnostic);
    }

    /// <summary>The attribute of the coroutine whose class the send is made on.</summary>
    private static async Task<AttributeSyntax?> Attribute(SyntaxNode name, SemanticModel model, CancellationToken cancellation)
    {
        var receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (receiver is null || model.GetTypeInfo(receiver, cancellation).Type is not INamedTypeSymbol { ContainingType: { } host } type
            || Awaiting.IsAsync(type))
            return null;
        var made = host.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => CoroutineClass.NameOf(method) == type.Name);
        return made is not null && CoroutineClass.AttributeOf(made)?.ApplicationSyntaxReference is { } reference
            ? await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) as AttributeSyntax
            : null;
    }

    private static async Task<Document> Prime(Document document, AttributeSyntax attribute, CancellationToken cancellation)
    {
        var root = await attribute.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var changed = NamedArguments.With(attribute, "Primed", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        return document.WithSyntaxRoot(root.ReplaceNode(attribute, changed));
    }
}
