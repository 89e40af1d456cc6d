using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>Whether an expression is a variable, in which a member can change something, or a value, of which only a copy can be changed.</summary>
internal sealed class Receivers(SemanticModel model, CancellationToken cancellation)
{
    private readonly INamedTypeSymbol? _inlineArray
        = model.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute");

    private readonly INamedTypeSymbol? _index = model.Compilation.GetTypeByMetadataName("System.Index");

    /// <summary>Whether an expression is a variable: a local, a field, an element, what a reference leads to, or a choice of such.</summary>
    public bool IsVariable(ExpressionSyntax expression)
    {
        expression = Bare(expression);
        return expression switch
        {
            ThisExpressionSyntax or BaseExpressionSyntax => true,
            ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax } => true,
            ElementAccessExpressionSyntax access when ElementsOf(access.Expression) is { } elements
                => elements is IArrayTypeSymbol || IsVariable(access.Expression),
            ElementBindingExpressionSyntax binding when Bound(binding) is { } bound && ElementsOf(bound) is IArrayTypeSymbol => true,
            IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
                or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
                => SymbolOf(expression) is var symbol
                    && (symbol is IFieldSymbol or ILocalSymbol or IParameterSymbol || ReturnsRef(symbol)),
            _ => false,
        };
    }

    /// <summary>Whether a value goes by a reference: the place that it leads to can only be had by evaluating the member again.</summary>
    public bool ReturnsRef(ExpressionSyntax expression) => ReturnsRef(SymbolOf(expression));

    public static bool ReturnsRef(ISymbol? symbol)
        => symbol is IPropertySymbol { RefKind: not RefKind.None }
            or IMethodSymbol { RefKind: not RefKind.None }
            or IFieldSymbol { RefKind: not RefKind.None };

    /// <summary>The type whose elements are variables: an array, or the struct of an inline array; null for anything else.</summary>
    public ITypeSymbol? ElementsOf(ExpressionSyntax indexed)
        => model.GetTypeInfo(indexed, cancellation).Type is { } type && (type is IArrayTypeSymbol || LengthOf(type) is not null) ? type : null;

    /// <summary>The length of an inline array; null for any other type.</summary>
    public int? LengthOf(ITypeSymbol type)
        => type is { TypeKind: TypeKind.Struct } && _inlineArray is not null
            && type.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _inlineArray)) is { } attribute
            ? attribute.ConstructorArguments[0].Value as int?
            : null;

    /// <summary>
    /// Whether an argument is an Index that the compiler turns into a number of elements from the start: where what is accessed has no indexer
    /// that takes an Index, but a length and one that takes a number.
    /// </summary>
    public bool IsCounted(ExpressionSyntax argument, ExpressionSyntax access, ExpressionSyntax counted)
        => _index is not null && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(argument, cancellation).Type, _index)
            && (ElementsOf(counted) is not null
                || SymbolOf(access) is IPropertySymbol { Parameters: { Length: 1 } parameters }
                    && parameters[0].Type.SpecialType == SpecialType.System_Int32);

    /// <summary>An expression without parentheses and "!", which change nothing of what it means.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        for (;;)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>What stands before the "?" of ".M" or "[i]".</summary>
    public static ExpressionSyntax? Bound(ExpressionSyntax binding)
        => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;
}
