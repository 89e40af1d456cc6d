using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Whether an expression is an lvalue, which a member of a struct mutates, or an rvalue, of which it mutates a copy.
/// </summary>
internal sealed class Receivers(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>Whether an expression is an lvalue: a local, a field, an array element, a ref return, a conditional of such.</summary>
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

    /// <summary>
    /// Whether C# makes a defensive copy of a struct to call a member on it: of a readonly lvalue, for a member that is not readonly.
    /// </summary>
    public bool IsCopied(ExpressionSyntax receiver, ISymbol? member)
        => member switch
        {
            IMethodSymbol method => !method.IsReadOnly,
            IPropertySymbol property => property.GetMethod is not { IsReadOnly: true },
            IEventSymbol @event => @event.AddMethod is not { IsReadOnly: true },
            _ => false,
        } && IsReadOnly(receiver);

    /// <summary>
    /// Whether an lvalue is readonly: a readonly field, a ref readonly return, and a field of such a struct.
    /// </summary>
    public bool IsReadOnly(ExpressionSyntax variable)
    {
        variable = Bare(variable);
        var symbol = SymbolOf(variable);
        return variable switch
        {
            ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax first, WhenFalse: RefExpressionSyntax second }
                => IsReadOnly(first.Expression) || IsReadOnly(second.Expression),
            ElementAccessExpressionSyntax access when symbol is null && ElementsOf(access.Expression) is { TypeKind: TypeKind.Struct }
                => IsReadOnly(access.Expression),
            MemberAccessExpressionSyntax access when symbol is IFieldSymbol
            {
                IsReadOnly: false, IsStatic: false, RefKind: RefKind.None, ContainingType.IsValueType: true
            } => IsOfLoopOrUsing(access) || IsReadOnly(access.Expression),
            _ => symbol switch
            {
                IFieldSymbol { RefKind: RefKind.None } field => field.IsReadOnly,
                IFieldSymbol field => field.RefKind == RefKind.RefReadOnly,
                IPropertySymbol property => property.RefKind == RefKind.RefReadOnly,
                IMethodSymbol method => method.RefKind == RefKind.RefReadOnly,
                ILocalSymbol local => local.RefKind == RefKind.RefReadOnly,
                IParameterSymbol parameter => parameter.RefKind is not (RefKind.None or RefKind.Ref or RefKind.Out),
                _ => false,
            },
        };
    }

    /// <summary>
    /// Whether a field is part of a struct in the variable of a foreach or a using. C# makes a defensive copy of such a field, but none of
    /// the variable itself.
    /// </summary>
    public bool IsOfLoopOrUsing(ExpressionSyntax field)
        => field is MemberAccessExpressionSyntax access && (Bare(access.Expression) is IdentifierNameSyntax name
            ? SymbolOf(name) is ILocalSymbol { IsForEach: true } or ILocalSymbol { IsUsing: true }
                && SymbolOf(access) is IFieldSymbol { ContainingType.IsValueType: true }
            : SymbolOf(access) is IFieldSymbol { ContainingType.IsValueType: true } && IsOfLoopOrUsing(Bare(access.Expression)));

    /// <summary>Whether an access to a static field may run a type initializer.</summary>
    public bool InitializesType(ExpressionSyntax variable)
        => SymbolOf(Bare(variable)) is IFieldSymbol { IsStatic: true, ContainingType.StaticConstructors.IsEmpty: false };

    /// <summary>
    /// Whether to take a reference to an array element may throw ArrayTypeMismatchException, because arrays are covariant.
    /// </summary>
    public bool IsTested(ExpressionSyntax place)
        => Bare(place) is ElementAccessExpressionSyntax access
            && model.GetTypeInfo(access.Expression, cancellation).Type
                is IArrayTypeSymbol { ElementType: { IsValueType: false, IsSealed: false } };

    /// <summary>Whether an expression returns by reference: after a suspension, the lvalue takes another call of the member.</summary>
    public bool ReturnsRef(ExpressionSyntax expression) => ReturnsRef(SymbolOf(expression));

    public static bool ReturnsRef(ISymbol? symbol)
        => symbol is IPropertySymbol { RefKind: not RefKind.None }
            or IMethodSymbol { RefKind: not RefKind.None }
            or IFieldSymbol { RefKind: not RefKind.None };

    /// <summary>The type of an indexed expression whose elements are lvalues: an array or an inline array; null for any other.</summary>
    public ITypeSymbol? ElementsOf(ExpressionSyntax indexed)
        => model.GetTypeInfo(indexed, cancellation).Type is { } type && (type is IArrayTypeSymbol || LengthOf(type) is not null)
            ? type
            : null;

    /// <summary>The length of an inline array; null for any other type.</summary>
    public static int? LengthOf(ITypeSymbol type)
        => type is { TypeKind: TypeKind.Struct }
            && type.GetAttributes().FirstOrDefault(KnownSymbols.IsInlineArray) is { ConstructorArguments.Length: 1 } attribute
            ? attribute.ConstructorArguments[0].Value as int?
            : null;

    /// <summary>
    /// Whether an argument is an Index that the compiler converts to an int, by the length: where the accessed type has no indexer that
    /// takes an Index, but a Length or Count and one that takes an int (implicit index support).
    /// </summary>
    public bool IsCounted(ExpressionSyntax argument, ExpressionSyntax access, ExpressionSyntax counted)
        => IsIndex(argument)
            && (ElementsOf(counted) is not null
                || SymbolOf(access) is IPropertySymbol { Parameters: { Length: 1 } parameters }
                    && parameters[0].Type.SpecialType == SpecialType.System_Int32);

    public bool IsIndex(ExpressionSyntax argument) => KnownSymbols.IsIndex(TypeOf(argument));

    public bool IsRange(ExpressionSyntax argument) => KnownSymbols.IsRange(TypeOf(argument));

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type;

    /// <summary>An expression without parentheses and "!".</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        for (; ; )
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

    /// <summary>The receiver of ".M" or "[i]" in a "?." chain.</summary>
    // a?.M()    ---->  a
    public static ExpressionSyntax? Bound(ExpressionSyntax binding)
        => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;
}
