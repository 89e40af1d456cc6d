using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO4017: tells a JsonSerializerContext of a type that a coroutine is saved with, wherever the context stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class JsonTypeFix : CodeFixProvider
{
    // What the analyzer gives along: JsonSerializable(typeof(System.Collections.Generic.List<Shop.Line>))
    private const string Attribute = "attribute";
    private const string Space = "System.Text.Json.Serialization.";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CORO4017");

    public override FixAllProvider GetFixAllProvider() => new All();

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (Find(context.Document.Project.Solution, diagnostic) is not null)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add [{AttributeOf(diagnostic)}] to the context",
                        cancellation => Fixed(context.Document.Project.Solution, [diagnostic], cancellation), AttributeOf(diagnostic)),
                    diagnostic);
        return Task.CompletedTask;
    }

    private static string? AttributeOf(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(Attribute, out var attribute) ? attribute : null;

    /// <summary>The document of the context; null where that is not the user's to edit.</summary>
    private static Document? Find(Solution solution, Diagnostic diagnostic)
        => AttributeOf(diagnostic) is not null && diagnostic.AdditionalLocations.FirstOrDefault()?.SourceTree is { } tree
            ? solution.GetDocument(tree)
            : null;

    private static async Task<Solution> Fixed(Solution solution, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var places = diagnostics.Where(d => Find(solution, d) is not null)
            .Select(d => (Document: Find(solution, d)!, d.AdditionalLocations[0].SourceSpan, Attribute: AttributeOf(d)!)).Distinct();
        foreach (var inOne in places.GroupBy(p => p.Document.Id).ToList())
        {
            var editor = await DocumentEditor.CreateAsync(inOne.First().Document, cancellation).ConfigureAwait(false);
            foreach (var (_, span, attribute) in inOne)
                if (editor.OriginalRoot.FindNode(span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } context)
                    editor.ReplaceNode(context, (current, _) => AddedAttribute.On(
                        (ClassDeclarationSyntax)current, Qualifier((CompilationUnitSyntax)editor.OriginalRoot) + attribute));
            solution = solution.WithDocumentSyntaxRoot(inOne.Key, editor.GetChangedRoot());
        }
        return solution;
    }

    // [System.Text.Json.Serialization.JsonSerializable(..)], or a file that does not use the namespace
    private static string Qualifier(CompilationUnitSyntax file)
        => file.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(u => u.Name?.ToString() + "." == Space) ? "" : Space;

    /// <summary>All types of a project at once: most go to one class.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var solution = context.Solution;
            var projects = context.Scope == FixAllScope.Solution ? solution.Projects.ToList() : [context.Project];
            var found = new List<Diagnostic>();
            foreach (var project in projects)
                found.AddRange(context is { Scope: not (FixAllScope.Project or FixAllScope.Solution), Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            return CodeAction.Create(
                "Tell the contexts of all types", cancellation => Fixed(solution, found, cancellation), nameof(JsonTypeFix));
        }
    }
}
