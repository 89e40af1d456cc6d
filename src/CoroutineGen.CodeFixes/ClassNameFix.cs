using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO1017: names the class of one of several overloads, or of a method whose class has the name of something else.</summary>
// [Coroutine] static void Up(int from, int to, Yield<int> yield)
// ---->
// [Coroutine(ClassName = "UpFromToCoroutine")] static void Up(int from, int to, Yield<int> yield)
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClassNameFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CORO1017");

    /// <summary>None: of the overloads that share a name, one may keep it.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model?.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || CoroutineClass.AttributeOf(symbol)?.ApplicationSyntaxReference is not { } reference
            || await reference.GetSyntaxAsync(context.CancellationToken).ConfigureAwait(false) is not AttributeSyntax attribute)
            return;
        string name = NameFor(symbol, YieldParameter.NameOf(method));
        foreach (var diagnostic in context.Diagnostics)
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Name its class {name}", cancellation => Named(context.Document, attribute, name, cancellation), nameof(ClassNameFix)),
                diagnostic);
    }

    /// <summary>A name by what the overload is given, which tells it from the others; with a number where that is taken as well.</summary>
    private static string NameFor(IMethodSymbol method, string? yield)
    {
        var given = method.Parameters.Select(p => p.Name).Where(name => name != yield?.TrimStart('@'));
        string start = method.Name + string.Concat(given.Select(name => char.ToUpperInvariant(name[0]) + name.Substring(1)));
        string found = start + "Coroutine";
        for (int number = 2; IsTaken(found, method); number++)
            found = $"{start}{number}Coroutine";
        return found;
    }

    private static bool IsTaken(string name, IMethodSymbol method)
    {
        var host = method.ContainingType;
        return name == host.Name || host.GetMembers(name).Length > 0 || host.TypeParameters.Any(p => p.Name == name)
            || host.GetMembers().OfType<IMethodSymbol>().Any(other => CoroutineClass.NameOf(other) == name);
    }

    private static async Task<Document> Named(Document document, AttributeSyntax attribute, string name, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var value = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        editor.ReplaceNode(attribute, NamedArguments.With(attribute, "ClassName", value));
        return editor.GetChangedDocument();
    }
}
