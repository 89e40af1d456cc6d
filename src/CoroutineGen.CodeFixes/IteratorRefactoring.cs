using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// Turns a C# iterator into a coroutine, an async one into an asynchronous coroutine. Callers stay as they are: they now call the
/// generated overload, whose coroutine is an IEnumerable and an IEnumerator of the same type, or the asynchronous ones. Not offered where
/// the old return type is promised to somebody: in overrides, virtual methods and implementations of an interface.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class IteratorRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || !method.Identifier.Span.IntersectsWith(context.Span))
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol && Yielded(symbol) is { } yielded
            && CanBecome(method, symbol))
            context.RegisterRefactoring(CodeAction.Create(
                "Turn the iterator into a coroutine",
                cancellation => Turned(context.Document, method, yielded.ToMinimalDisplayString(model, method.SpanStart), cancellation),
                nameof(IteratorRefactoring)));
    }

    /// <summary>The type of the elements; null where the method returns no sequence.</summary>
    private static ITypeSymbol? Yielded(IMethodSymbol method)
        => method.ReturnType is INamedTypeSymbol { Arity: 1 } sequence
            && (method.IsAsync ? IsAsyncSequence(sequence) : IsSequence(sequence))
            ? sequence.TypeArguments[0]
            : null;

    private static bool IsSequence(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IEnumerator_T;

    private static bool IsAsyncSequence(INamedTypeSymbol type)
        => type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator", ContainingNamespace: { Name: "Generic" } space }
            && space.ToDisplayString() == "System.Collections.Generic";

    private static bool CanBecome(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => Yields(method).Any()
            && !method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "yield")
            && symbol is
            {
                IsVirtual: false, IsOverride: false, IsAbstract: false, ExplicitInterfaceImplementations.IsEmpty: true,
                ContainingType: { } host
            }
            && host.TypeKind != TypeKind.Interface
            && !(host.IsValueType && !symbol.IsStatic && !symbol.IsReadOnly)
            && !host.AllInterfaces.SelectMany(type => type.GetMembers(symbol.Name))
                .Any(member => SymbolEqualityComparer.Default.Equals(host.FindImplementationForInterfaceMember(member), symbol));

    /// <summary>The yield statements of the method itself: those of nested functions are theirs.</summary>
    private static IEnumerable<YieldStatementSyntax> Yields(MethodDeclarationSyntax method)
        => method.Body?.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<YieldStatementSyntax>() ?? [];

    private static async Task<Document> Turned(
        Document document, MethodDeclarationSyntax method, string yielded, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        PartialTypes.Make(editor, method);
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        string returned = isAsync ? TaskIn(editor.SemanticModel, method) : "void";
        string parameter = $"{(isAsync ? "Async" : "")}Yield<{yielded}>";
        var lineEnd = LineEnd(method.SyntaxTree.GetText(cancellation));
        editor.ReplaceNode(method, (current, _) => Turned((MethodDeclarationSyntax)current, returned, parameter, lineEnd));
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        return document.WithSyntaxRoot(IsImported(editor.SemanticModel, method) ? root : Import(root, lineEnd));
    }

    /// <summary>How Task is named at the method.</summary>
    private static string TaskIn(SemanticModel model, MethodDeclarationSyntax method)
        => model.LookupNamespacesAndTypes(method.SpanStart, name: "Task").OfType<INamedTypeSymbol>()
            .Any(type => type.Arity == 0 && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks")
                ? "Task" : "System.Threading.Tasks.Task";

    /// <summary>How the file's first line ends.</summary>
    private static SyntaxTrivia LineEnd(SourceText text)
    {
        var first = text.Lines[0];
        string end = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return SyntaxFactory.EndOfLine(end.Length == 0 ? "\n" : end);
    }

    private static MethodDeclarationSyntax Turned(
        MethodDeclarationSyntax method, string returned, string parameter, SyntaxTrivia lineEnd)
    {
        bool isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        method = method.ReplaceNodes(Yields(method), (_, statement) => Turned(statement, isAsync));
        method = method.WithReturnType(SyntaxFactory.ParseTypeName(returned).WithTriviaFrom(method.ReturnType));
        method = YieldParameter.Add(method, parameter);
        var leading = method.GetLeadingTrivia();
        var indent = leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var attribute = SyntaxFactory.AttributeList(
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Coroutine"))))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(lineEnd);
        return method.WithLeadingTrivia(indent).WithAttributeLists(method.WithLeadingTrivia(indent).AttributeLists.Insert(0, attribute));
    }

    // yield return 1;    ---->  yield(1);
    // yield return 1;    ---->  await yield(1);      in an async iterator
    // yield break;       ---->  return;
    private static StatementSyntax Turned(YieldStatementSyntax statement, bool isAsync)
    {
        if (statement.Expression is not { } value)
            return Elastic.Without(SyntaxFactory.ReturnStatement()).WithTriviaFrom(statement);
        var call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.IdentifierName("yield"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Argument(statement, value)))));
        return Elastic.Without(SyntaxFactory.ExpressionStatement(isAsync ? Awaiting.Await(call) : call)).WithTriviaFrom(statement);
    }

    /// <summary>The value, with the comments that stand beside it.</summary>
    private static ExpressionSyntax Argument(YieldStatementSyntax statement, ExpressionSyntax value)
    {
        var before = statement.ReturnOrBreakKeyword.TrailingTrivia.AddRange(value.GetLeadingTrivia());
        return value
            .WithLeadingTrivia(before.Any(IsComment) ? before.SkipWhile(trivia => !IsComment(trivia)) : [])
            .WithTrailingTrivia(value.GetTrailingTrivia().Any(IsComment) ? value.GetTrailingTrivia() : default);
    }

    private static bool IsComment(SyntaxTrivia trivia)
        => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool IsImported(SemanticModel model, MethodDeclarationSyntax method)
        => model.LookupNamespacesAndTypes(method.SpanStart, name: "CoroutineAttribute")
            .Any(type => type.ContainingNamespace.Name == "CoroutineGen");

    private static CompilationUnitSyntax Import(CompilationUnitSyntax root, SyntaxTrivia lineEnd)
    {
        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("CoroutineGen"))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(lineEnd);
        return root.AddUsings(import);
    }
}
