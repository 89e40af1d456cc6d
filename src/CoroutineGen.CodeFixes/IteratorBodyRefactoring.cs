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
        if (await IteratorMethod.At(context).ConfigureAwait(false) is { } method && CanKeep(method.Syntax, method.Symbol)
            && IteratorBody.Of(method) is { } body)
            context.RegisterRefactoring(CodeAction.Create(
                "Move the body of the iterator into a coroutine",
                cancellation => Moved(context.Document, method, body, cancellation),
                nameof(IteratorBodyRefactoring)));
    }

    private static bool CanKeep(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => symbol.ContainingType is { TypeKind: not TypeKind.Interface } host
            && !(host.IsValueType && !symbol.IsStatic)
            // Of an override the constraints are not written down.
            && !(symbol.IsGenericMethod && (symbol.IsOverride || !symbol.ExplicitInterfaceImplementations.IsEmpty))
            && symbol.Parameters.All(p => p.RefKind == RefKind.None && p.GetAttributes().IsEmpty)
            && !method.Modifiers.Any(SyntaxKind.UnsafeKeyword)
            && !method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "yield");

    private static async Task<Document> Moved(
        Document document, IteratorMethod method, IteratorBody body, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var lineEnd = Trivia.LineEnd(method.Syntax.SyntaxTree.GetText(cancellation));
        string name = NameFor(method);
        PartialTypes.Make(editor, method.Syntax);
        editor.InsertAfter(method.Syntax, Coroutine(method, body, name).WithLeadingTrivia(lineEnd));
        editor.ReplaceNode(method.Syntax, Kept(method, body, name));
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        return document.WithSyntaxRoot(Imports.With(root, method.Syntax, editor.SemanticModel, lineEnd));
    }

    /// <summary>A name that nothing has in the class, or in one that it derives from, for the method and for its class.</summary>
    private static string NameFor(IteratorMethod method)
    {
        string name = method.Symbol.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Symbol.Name;
        string found = name + "Items";
        for (int number = 2; IsTaken(found) || IsTaken(found + "Coroutine"); number++)
            found = $"{name}Items{number}";
        return found;

        bool IsTaken(string member)
            => !method.Model.LookupSymbols(method.Syntax.SpanStart, method.Symbol.ContainingType, member).IsEmpty;
    }

    /// <summary>The method as it is declared, which returns the coroutine; a new one each time that its sequence is enumerated.</summary>
    private static MethodDeclarationSyntax Kept(IteratorMethod iterator, IteratorBody body, string name)
    {
        var method = iterator.Syntax;
        string call = $"{name}{method.TypeParameterList?.WithoutTrivia()}({string.Join(", ", body.Given)})";
        bool isEnumerator = iterator.Symbol.ReturnType.Name is "IEnumerator" or "IAsyncEnumerator";
        var value = SyntaxFactory.ParseExpression(isEnumerator ? call : $"Coroutines.Repeatable(() => {call})");
        var isAsync = method.Modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.AsyncKeyword));
        var kept = method.WithModifiers(method.Modifiers.Remove(isAsync)).WithLeadingTrivia(method.GetLeadingTrivia());
        if (body.Local is null)
            return kept.WithBody(null)
                .WithParameterList(method.ParameterList.WithTrailingTrivia(Between(method)))
                .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(
                    SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space), value))
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia()));
        var changed = method.Body!.ReplaceNode(body.Return!, body.Return!.WithExpression(value));
        var local = changed.Statements.OfType<LocalFunctionStatementSyntax>()
            .Single(f => f.Identifier.ValueText == body.Local.Identifier.ValueText);
        return kept.WithBody(changed.RemoveNode(local, SyntaxRemoveOptions.KeepNoTrivia)!);
    }

    /// <summary>What stands between the parameters and the arrow: a space, or the comment that was there and a line of its own.</summary>
    private static SyntaxTriviaList Between(MethodDeclarationSyntax method)
    {
        var trailing = method.ParameterList.GetTrailingTrivia();
        if (!trailing.Any(Trivia.IsComment))
            return SyntaxFactory.TriviaList(SyntaxFactory.Space);
        string indent = method.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? $"{last}" : "";
        return trailing.Add(SyntaxFactory.Whitespace(indent + "    "));
    }

    private static MethodDeclarationSyntax Coroutine(IteratorMethod iterator, IteratorBody body, string name)
    {
        var method = iterator.Syntax;
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var own = (body.Local?.ParameterList ?? method.ParameterList).Parameters.Select(p => $"{p.Type} {p.Identifier}");
        var given = body.Captured.Select(v => $"{v.Type.ToMinimalDisplayString(iterator.Model, method.SpanStart)} {v.Name}").Concat(own)
            .Append($"{(isAsync ? "Async" : "")}Yield<{iterator.Element}> yield");
        string modifiers = $"private {(iterator.Symbol.IsStatic ? "static " : "")}{(isAsync ? "async " : "")}";
        string constraints = string.Concat(method.ConstraintClauses.Select(c => " " + c.WithoutTrivia()));
        string declaration = $"[Coroutine]\n{modifiers}{NoResult.TypeOf(method, iterator.Model)} {name}"
            + $"{method.TypeParameterList?.WithoutTrivia()}({string.Join(", ", given)}){constraints} {{ }}";
        var turned = body.Body.ReplaceNodes(
            YieldStatements.Of(body.Body), (_, statement) => YieldStatements.Turned(statement, "yield", isAsync));
        return ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(declaration)!).WithBody(turned)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
