using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// Turns <c>foreach (var x in inner) yield(x);</c> into <c>yield.From(inner)</c>, in one-way coroutines: there both mean the same, and the
/// delegation costs the same at any depth.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class DelegationRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ForEachStatementSyntax>() is not { AwaitKeyword.RawKind: 0 } loop
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

    /// <summary>The yield parameter, where the loop does nothing but hand out its variable.</summary>
    private static IdentifierNameSyntax? Yield(ForEachStatementSyntax loop)
    {
        var body = loop.Statement is BlockSyntax { Statements: { Count: 1 } only } ? only[0] : loop.Statement;
        return body is ExpressionStatementSyntax
        {
            Expression: InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax yield,
                ArgumentList.Arguments: { Count: 1 } arguments,
            },
        } && arguments[0].Expression is IdentifierNameSyntax value && value.Identifier.ValueText == loop.Identifier.ValueText
            ? yield
            : null;
    }

    /// <summary>Whether the parameter is one-way, and takes what the sequence gives as it is.</summary>
    private static bool Delegates(
        SemanticModel model, IdentifierNameSyntax yield, ForEachStatementSyntax loop, CancellationToken cancellation)
        => model.GetSymbolInfo(yield, cancellation).Symbol is IParameterSymbol
        {
            Type: INamedTypeSymbol { Name: "Yield", Arity: 1, ContainingNamespace.Name: "CoroutineGen" } type,
        }
            && model.GetTypeInfo(loop.Expression, cancellation).Type is { } sequence
            && sequence.AllInterfaces.Append(sequence).OfType<INamedTypeSymbol>()
                .Any(shape => shape.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
                    && SymbolEqualityComparer.Default.Equals(shape.TypeArguments[0], type.TypeArguments[0]));

    private static StatementSyntax From(IdentifierNameSyntax yield, ForEachStatementSyntax loop)
        => SyntaxFactory.ExpressionStatement(SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, yield.WithoutTrivia(), SyntaxFactory.IdentifierName("From")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(loop.Expression.WithoutTrivia())))))
        .WithTriviaFrom(loop);
}
