using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Whether an operand may be evaluated after a suspension as well as before: then it need not be spilled.</summary>
internal sealed class Stability(ExpressionLowerer root) : ExpressionPart(root)
{
    /// <summary>
    /// Whether an operand means the same after the suspension as before it, and cannot be seen to be evaluated: constants, types, this,
    /// lambdas, and locals that nothing assigns in between.
    /// </summary>
    public bool IsStable(ExpressionSyntax operand, IEnumerable<ExpressionSyntax> later)
    {
        switch (operand)
        {
            case ParenthesizedExpressionSyntax inner:
                return IsStable(inner.Expression, later);
            case ThisExpressionSyntax or BaseExpressionSyntax or TypeOfExpressionSyntax or PredefinedTypeSyntax:
            case AnonymousFunctionExpressionSyntax:
            case LiteralExpressionSyntax or DefaultExpressionSyntax:
                return !Context.Model.GetConversion(operand, Context.Cancellation).IsUserDefined;
        }
        if (Context.Model.GetConstantValue(operand, Context.Cancellation).HasValue)
            return Context.Model.GetConversion(operand, Context.Cancellation) is { IsUserDefined: false };
        if (operand is not IdentifierNameSyntax name)
            return false;
        var symbol = Context.Model.GetSymbolInfo(name, Context.Cancellation).Symbol;
        if (Variables.Find(symbol) is not { } variable)
            return false;
        if (variable.IsCaptured || Context.Model.GetConversion(name, Context.Cancellation).IsUserDefined)
            return false;
        var type = (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol!).Type;
        bool mayMutate = type is { IsReferenceType: false, IsReadOnly: false } && !IsPrimitive(type);
        return !later.Any(l => mayMutate ? Mentions(l, symbol!) : Assigns(l, symbol!));
    }

    public static bool IsPrimitive(ITypeSymbol type)
        => type.TypeKind == TypeKind.Enum
            || (type.SpecialType >= SpecialType.System_Boolean && type.SpecialType <= SpecialType.System_UIntPtr);

    private bool Mentions(SyntaxNode node, ISymbol symbol)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => IsSymbol(n, symbol));

    private bool IsSymbol(IdentifierNameSyntax name, ISymbol symbol)
        => name.Identifier.ValueText == symbol.Name
            && SymbolEqualityComparer.Default.Equals(Context.Model.GetSymbolInfo(name, Context.Cancellation).Symbol, symbol);

    /// <summary>Whether a node may give a local another value: an assignment, an increment, a ref or out argument.</summary>
    private bool Assigns(SyntaxNode node, ISymbol symbol)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => IsSymbol(n, symbol) && Writes.To(n));
}
