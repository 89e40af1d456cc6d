using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Whether an expression is a variable, in which a member can change something, or a value, of which only a copy can be changed.
/// </summary>
internal sealed class Receivers(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>Whether an expression is a variable: a local, a field, an element, what a reference leads to, a choice of such.</summary>
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
    /// Whether C# makes a copy of a struct to call a member on it: where the variable may only be read, and the member may change it.
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
    /// Whether a variable may only be read: a readonly field, what a reference that says so leads to, and what lies in such a struct.
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
    /// Whether a field lies in the variable of a foreach or a using, as a part of a struct: C# reads a value there, while a member that is
    /// called on the variable itself may change it.
    /// </summary>
    public bool IsOfLoopOrUsing(ExpressionSyntax field)
        => field is MemberAccessExpressionSyntax access && (Bare(access.Expression) is IdentifierNameSyntax name
            ? SymbolOf(name) is ILocalSymbol { IsForEach: true } or ILocalSymbol { IsUsing: true }
                && SymbolOf(access) is IFieldSymbol { ContainingType.IsValueType: true }
            : SymbolOf(access) is IFieldSymbol { ContainingType.IsValueType: true } && IsOfLoopOrUsing(Bare(access.Expression)));

    /// <summary>Whether to locate a static field is to initialize its type.</summary>
    public bool InitializesType(ExpressionSyntax variable)
        => SymbolOf(Bare(variable)) is IFieldSymbol { IsStatic: true, ContainingType.StaticConstructors.IsEmpty: false };

    /// <summary>
    /// Whether the type of an array is tested where a reference to an element is taken, since it may hold less than it says.
    /// </summary>
    public bool IsTested(ExpressionSyntax place)
        => Bare(place) is ElementAccessExpressionSyntax access
            && model.GetTypeInfo(access.Expression, cancellation).Type
                is IArrayTypeSymbol { ElementType: { IsValueType: false, IsSealed: false } };

    /// <summary>Whether a value goes by a reference: the place that it leads to can only be had by evaluating the member again.</summary>
    public bool ReturnsRef(ExpressionSyntax expression) => ReturnsRef(SymbolOf(expression));

    public static bool ReturnsRef(ISymbol? symbol)
        => symbol is IPropertySymbol { RefKind: not RefKind.None }
            or IMethodSymbol { RefKind: not RefKind.None }
            or IFieldSymbol { RefKind: not RefKind.None };

    /// <summary>The type whose elements are variables: an array, or the struct of an inline array; null for anything else.</summary>
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
    /// Whether an argument is an Index that the compiler turns into a number of elements from the start: where what is accessed has no
    /// indexer that takes an Index, but a length and one that takes a number.
    /// </summary>
    public bool IsCounted(ExpressionSyntax argument, ExpressionSyntax access, ExpressionSyntax counted)
        => IsIndex(argument)
            && (ElementsOf(counted) is not null
                || SymbolOf(access) is IPropertySymbol { Parameters: { Length: 1 } parameters }
                    && parameters[0].Type.SpecialType == SpecialType.System_Int32);

    public bool IsIndex(ExpressionSyntax argument) => KnownSymbols.IsIndex(TypeOf(argument));

    public bool IsRange(ExpressionSyntax argument) => KnownSymbols.IsRange(TypeOf(argument));

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellation).Type;

    /// <summary>An expression without parentheses and "!", which change nothing of what it means.</summary>
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

    /// <summary>What stands before the "?" of ".M" or "[i]".</summary>
    public static ExpressionSyntax? Bound(ExpressionSyntax binding)
        => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;
}
