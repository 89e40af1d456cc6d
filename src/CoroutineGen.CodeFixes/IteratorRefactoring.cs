using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// Turns a C# iterator into a coroutine, an async one into an asynchronous coroutine. Callers stay as they are: they now call the
/// generated overload, whose coroutine is an IEnumerable and an IEnumerator of the same type, or the asynchronous ones. Not offered where
/// the old return type is promised to somebody: in overrides, virtual methods and implementations of an interface, but for one that wants
/// an enumerator, which the overload implements.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class IteratorRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await IteratorMethod.At(context).ConfigureAwait(false) is { } method && CanBecome(method.Syntax, method.Symbol))
            context.RegisterRefactoring(CodeAction.Create(
                "Turn the iterator into a coroutine",
                cancellation => Turned(context.Document, method.Syntax, method.Element, cancellation),
                nameof(IteratorRefactoring)));
    }

    private static bool CanBecome(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => YieldStatements.Of(method.Body).Any()
            && !method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "yield")
            && symbol is
            {
                IsVirtual: false, IsOverride: false, IsAbstract: false, ExplicitInterfaceImplementations.IsEmpty: true,
                ContainingType: { } host
            }
            && host.TypeKind != TypeKind.Interface
            && !(host.IsValueType && !symbol.IsStatic && !symbol.IsReadOnly)
            && host.AllInterfaces.All(type => !Implements(symbol, type) || (MakesEnumerator(symbol) && IsOf(host, type)));

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol type)
        => type.GetMembers(method.Name).Any(member => SymbolEqualityComparer.Default.Equals(
            method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>
    /// Whether the generated overload implements what the method has: a coroutine is an enumerator. A sequence is enumerated as often as
    /// one likes, and a coroutine once.
    /// </summary>
    private static bool MakesEnumerator(IMethodSymbol method)
        => method is { Arity: 0, ReturnType.Name: "IEnumerator" or "IAsyncEnumerator" };

    /// <summary>Whether a type can implement an interface's members explicitly: not where only a base class names it.</summary>
    private static bool IsOf(INamedTypeSymbol host, INamedTypeSymbol type)
        => host.Interfaces.SelectMany(own => own.AllInterfaces.Prepend(own)).Contains(type, SymbolEqualityComparer.Default);

    private static async Task<Document> Turned(
        Document document, MethodDeclarationSyntax method, string yielded, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        PartialTypes.Make(editor, method);
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var returned = NoResult.TypeOf(method, editor.SemanticModel);
        string parameter = $"{(isAsync ? "Async" : "")}Yield<{yielded}>";
        var lineEnd = Trivia.LineEnd(method.SyntaxTree.GetText(cancellation));
        editor.ReplaceNode(method, (current, _) => Turned((MethodDeclarationSyntax)current, returned, parameter, lineEnd));
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        return document.WithSyntaxRoot(Imports.With(root, method, editor.SemanticModel, lineEnd));
    }

    private static MethodDeclarationSyntax Turned(
        MethodDeclarationSyntax method, TypeSyntax returned, string parameter, SyntaxTrivia lineEnd)
    {
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        method = method.ReplaceNodes(
            YieldStatements.Of(method.Body), (_, statement) => YieldStatements.Turned(statement, "yield", isAsync));
        method = method.WithReturnType(returned.WithTriviaFrom(method.ReturnType));
        method = YieldParameter.Add(method, parameter);
        var leading = method.GetLeadingTrivia();
        var indent = leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var attribute = SyntaxFactory.AttributeList(
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Coroutine"))))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(lineEnd);
        return method.WithLeadingTrivia(indent).WithAttributeLists(method.WithLeadingTrivia(indent).AttributeLists.Insert(0, attribute));
    }
}
