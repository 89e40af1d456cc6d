using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Whether an expression makes a fresh coroutine of the very method that it stands in: the call of its factory, with the type arguments
/// that the method itself has. Delegations to such can be frames of one object.
/// </summary>
internal static class SelfCall
{
    public static bool Is(ExpressionSyntax expression, LoweringContext context)
    {
        while (expression is ParenthesizedExpressionSyntax || expression.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            expression = expression is ParenthesizedExpressionSyntax parenthesized
                ? parenthesized.Expression
                : ((PostfixUnaryExpressionSyntax)expression).Operand;
        }
        return expression is InvocationExpressionSyntax call
            && context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol target
            && IsOwnFactory(target, context.Symbol)
            && !IsPrimed(context.Symbol);
    }

    private static bool IsOwnFactory(IMethodSymbol target, IMethodSymbol method)
    {
        if (target.ReducedFrom is { } extension)
            target = extension.Arity == 0 ? extension : extension.Construct([.. target.TypeArguments]);
        return target.Name == method.Name
            && target.IsStatic == method.IsStatic
            && target.ReturnType is INamedTypeSymbol { IsSealed: true } made
            && Same(made.ContainingType, method.ContainingType)
            && Same(target.ContainingType, method.ContainingType)
            && target.TypeArguments.SequenceEqual<ISymbol>(method.TypeParameters, SymbolEqualityComparer.Default)
            && target.Parameters.Select(p => p.Type).SequenceEqual<ISymbol>(
                method.Parameters.Where(p => YieldShape.Of(p.Type) is null).Select(p => p.Type), SymbolEqualityComparer.Default);
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>A primed one has run to its first yield before it is delegated to.</summary>
    private static bool IsPrimed(IMethodSymbol method) => method.GetAttributes().Any(attribute
        => attribute.AttributeClass?.Name == "CoroutineAttribute" && attribute.NamedArguments.Any(a => a is { Key: "Primed", Value.Value: true }));
}
