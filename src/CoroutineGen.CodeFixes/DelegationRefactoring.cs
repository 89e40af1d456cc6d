using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// Turns <c>foreach (var x in inner) yield(x);</c> into <c>yield.From(inner)</c>, and <c>await foreach (var x in inner) await yield(x);</c>
/// into <c>await yield.From(inner)</c>, in one-way coroutines: there both mean the same, and the delegation costs the same at any depth.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class DelegationRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ForEachStatementSyntax>() is not { } loop
            || Yield(loop) is not { } yield)
            return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || !Delegates(model, yield, loop, context.CancellationToken))
            return;
        context.RegisterRefactoring(CodeAction.Create(
            $"Delegate: {yield.Identifier.Text}.From(...)",
            _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(loop, From(yield, loop)))),
            nameof(DelegationRefactoring)));
    }

    private static InvocationExpressionSyntax? Only(ForEachStatementSyntax loop)
    {
        var body = loop.Statement is BlockSyntax { Statements: { Count: 1 } only } ? only[0] : loop.Statement;
        var expression = (body as ExpressionStatementSyntax)?.Expression;
        if (expression is AwaitExpressionSyntax { Expression: var awaited })
            expression = awaited is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var configured }
            }
                ? configured : awaited;
        return expression as InvocationExpressionSyntax;
    }

    /// <summary>The yield parameter, where the loop does nothing but hand out its variable.</summary>
    private static IdentifierNameSyntax? Yield(ForEachStatementSyntax loop)
        => Only(loop) is { Expression: IdentifierNameSyntax yield, ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is IdentifierNameSyntax value && value.Identifier.ValueText == loop.Identifier.ValueText
            ? yield
            : null;

    /// <summary>Whether the parameter is one-way, and takes what the sequence gives as it is.</summary>
    private static bool Delegates(
        SemanticModel model, IdentifierNameSyntax yield, ForEachStatementSyntax loop, CancellationToken cancellation)
        => model.GetSymbolInfo(yield, cancellation).Symbol is IParameterSymbol
        {
            Type: INamedTypeSymbol { Name: "Yield" or "AsyncYield", Arity: 1, ContainingNamespace.Name: "CoroutineGen" } type,
        }
            && model.GetTypeInfo(loop.Expression, cancellation).Type is { } sequence
            && Shapes(sequence).ToArray() is { Length: 1 } shapes
            && IsAwaited(shapes[0]) == loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
            && SymbolEqualityComparer.Default.Equals(shapes[0].TypeArguments[0], type.TypeArguments[0]);

    /// <summary>What From takes the sequence for. Where it can be taken for several, C# cannot choose.</summary>
    private static IEnumerable<INamedTypeSymbol> Shapes(ITypeSymbol sequence)
        => sequence.AllInterfaces.Append(sequence).OfType<INamedTypeSymbol>()
            .Where(shape => shape.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
                || IsAwaited(shape));

    private static bool IsAwaited(INamedTypeSymbol shape)
        => shape is { Arity: 1, Name: "IAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable", ContainingType: null };

    private static StatementSyntax From(IdentifierNameSyntax yield, ForEachStatementSyntax loop)
    {
        ExpressionSyntax delegation = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, yield.WithoutTrivia(), SyntaxFactory.IdentifierName("From")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(loop.Expression.WithoutTrivia()))));
        if (Only(loop)!.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax })
            delegation = Awaiting.Await(delegation);
        return Elastic.Without(SyntaxFactory.ExpressionStatement(delegation)).WithTriviaFrom(loop);
    }
}
