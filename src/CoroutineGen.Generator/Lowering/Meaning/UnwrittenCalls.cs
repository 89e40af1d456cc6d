using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// The methods that C# calls where no call is written: the operators of a query, and Add for the elements of a collection. They may have
/// caller line and caller expression parameters, as methods that are called by name.
/// </summary>
internal static class UnwrittenCalls
{
    public static IEnumerable<IMethodSymbol> Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        IEnumerable<ISymbol?> symbols = node switch
        {
            QueryClauseSyntax clause when model.GetQueryClauseInfo(clause, cancellation) is var info
                => [info.CastInfo.Symbol, info.OperationInfo.Symbol],
            SelectOrGroupClauseSyntax clause => [model.GetSymbolInfo(clause, cancellation).Symbol],
            OrderingSyntax ordering => [model.GetSymbolInfo(ordering, cancellation).Symbol],
            CollectionExpressionSyntax collection when TypeOf(collection, model, cancellation) is { } type
                => collection.Elements.Select(e => AddOf(e, type, model, cancellation)),
            ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } } element
                => [model.GetCollectionInitializerSymbolInfo(element, cancellation).Symbol],
            _ => [],
        };
        return symbols.OfType<IMethodSymbol>();
    }

    /// <summary>
    /// The Add that C# calls for an element of a collection expression. The model does not tell it: a written call is bound in its place,
    /// speculatively.
    /// </summary>
    // [x]    ---->  default(Items)!.Add(x)
    public static IMethodSymbol? AddOf(
        CollectionElementSyntax element, ITypeSymbol collection, SemanticModel model, CancellationToken cancellation)
    {
        string? value = element switch
        {
            ExpressionElementSyntax one => one.Expression.ToString(),
            SpreadElementSyntax spread when Collections.ItemOf(model.GetTypeInfo(spread.Expression, cancellation).Type) is { } item
                && TypeText.WhyUnspeakable(item) is null => $"default({TypeText.Of(item)})!",
            _ => null,
        };
        if (value is null || TypeText.WhyUnspeakable(collection) is not null)
            return null;
#pragma warning disable RS0030 // A question to the compiler, which is never printed.
        var call = SyntaxFactory.ParseExpression($"default({TypeText.Of(collection)})!.Add({value})");
#pragma warning restore RS0030
        return model.GetSpeculativeSymbolInfo(element.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
    }

    private static ITypeSymbol? TypeOf(CollectionExpressionSyntax collection, SemanticModel model, CancellationToken cancellation)
        => model.GetTypeInfo(collection, cancellation).ConvertedType is { TypeKind: not TypeKind.Error } type
            && !Collections.IsBuiltAtOnce(type)
                ? type
                : null;
}
