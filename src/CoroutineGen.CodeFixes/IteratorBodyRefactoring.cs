using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// Moves the body of an iterator into a coroutine of its own, and keeps the method: as it is promised to others, in overrides, virtual
/// methods and implementations of interfaces, and as it can be enumerated as often as one likes. Checks before the iterator stay where they
/// are.
/// </summary>
// public virtual IEnumerable<int> Upto(int n) { for (..) yield return i; }
// ---->
// public virtual IEnumerable<int> Upto(int n) => Coroutines.Repeatable(() => UptoItems(n));
// [Coroutine] private void UptoItems(int n, Yield<int> yield) { for (..) yield(i); }
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class IteratorBodyRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || !method.Identifier.Span.IntersectsWith(context.Span))
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && IteratorMethods.Yielded(symbol) is { } yielded && CanKeep(method, symbol) && IteratorBody.Of(method, model) is { } body)
            context.RegisterRefactoring(CodeAction.Create(
                "Move the body of the iterator into a coroutine",
                cancellation => Moved(context.Document, method, symbol, body, yielded, cancellation),
                nameof(IteratorBodyRefactoring)));
    }

    private static bool CanKeep(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => symbol.ContainingType is { TypeKind: not TypeKind.Interface } host
            && !(host.IsValueType && !symbol.IsStatic)
            // Of an override the constraints are not written down.
            && !(symbol.IsGenericMethod && (symbol.IsOverride || !symbol.ExplicitInterfaceImplementations.IsEmpty))
            && symbol.Parameters.All(p => p.RefKind == RefKind.None && p.GetAttributes().IsEmpty)
            && !method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "yield");

    private static async Task<Document> Moved(
        Document document, MethodDeclarationSyntax method, IMethodSymbol symbol, IteratorBody body, ITypeSymbol yielded,
        CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var lineEnd = Trivia.LineEnd(method.SyntaxTree.GetText(cancellation));
        string name = NameFor(symbol);
        PartialTypes.Make(editor, method);
        editor.InsertAfter(method, Coroutine(method, body, name, yielded, editor.SemanticModel).WithLeadingTrivia(lineEnd));
        editor.ReplaceNode(method, Kept(method, symbol, body, name));
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        return document.WithSyntaxRoot(Imports.With(root, method, editor.SemanticModel, lineEnd));
    }

    private static string NameFor(IMethodSymbol method)
    {
        string name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
        string found = name + "Items";
        for (int number = 2; IsTaken(found) || IsTaken(found + "Coroutine"); number++)
            found = $"{name}Items{number}";
        return found;

        bool IsTaken(string member) => method.ContainingType.GetMembers(member).Length > 0;
    }

    /// <summary>The method as it is declared, which returns the coroutine; a new one each time that its sequence is enumerated.</summary>
    private static MethodDeclarationSyntax Kept(MethodDeclarationSyntax method, IMethodSymbol symbol, IteratorBody body, string name)
    {
        string call = $"{name}{method.TypeParameterList?.WithoutTrivia()}({string.Join(", ", body.Given)})";
        bool isEnumerator = symbol.ReturnType.Name is "IEnumerator" or "IAsyncEnumerator";
        var value = SyntaxFactory.ParseExpression(isEnumerator ? call : $"Coroutines.Repeatable(() => {call})");
        var isAsync = method.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.AsyncKeyword));
        var kept = method.WithModifiers(method.Modifiers.Remove(isAsync)).WithLeadingTrivia(method.GetLeadingTrivia());
        if (body.Local is null)
            return kept.WithBody(null)
                .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.Space))
                .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(
                    SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space), value))
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia()));
        var changed = method.Body!.ReplaceNode(body.Return!, body.Return!.WithExpression(value));
        var local = changed.Statements.OfType<LocalFunctionStatementSyntax>()
            .Single(f => f.Identifier.ValueText == body.Local.Identifier.ValueText);
        return kept.WithBody(changed.RemoveNode(local, SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    private static MethodDeclarationSyntax Coroutine(
        MethodDeclarationSyntax method, IteratorBody body, string name, ITypeSymbol yielded, SemanticModel model)
    {
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        bool isStatic = method.Modifiers.Any(SyntaxKind.StaticKeyword);
        var types = body.Local is null
            ? method.ParameterList.Parameters.Select(p => $"{p.Type} {p.Identifier}")
            : body.Captured.Select(v => $"{TypeOf(v).ToMinimalDisplayString(model, method.SpanStart)} {v.Name}")
                .Concat(body.Local.ParameterList.Parameters.Select(p => $"{p.Type} {p.Identifier}"));
        string element = yielded.ToMinimalDisplayString(model, method.SpanStart);
        string parameters = string.Join(", ", types.Append($"{(isAsync ? "Async" : "")}Yield<{element}> yield"));
        string modifiers = $"private {(isStatic ? "static " : "")}{(isAsync ? "async " : "")}";
        string constraints = string.Concat(method.ConstraintClauses.Select(c => " " + c.WithoutTrivia()));
        string declaration = $"[Coroutine]\n{modifiers}{NoResult.TypeOf(method, model)} {name}{method.TypeParameterList?.WithoutTrivia()}"
            + $"({parameters}){constraints} {{ }}";
        var turned = body.Body.ReplaceNodes(
            YieldStatements.Of(body.Body), (_, statement) => YieldStatements.Turned(statement, "yield", isAsync));
        return ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(declaration)!).WithBody(turned)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
}
