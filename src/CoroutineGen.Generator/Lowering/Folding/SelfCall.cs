using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Folding;

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

    /// <summary>
    /// Whether a call is all that a delegation delegates to, and can be one of an overload that takes frames before the arguments.
    /// </summary>
    public static bool TakesFrames(InvocationExpressionSyntax call, LoweringContext context)
        => call.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax delegation }
            && context.Suspensions.Find(delegation) is { Kind: SuspensionKind.Delegate } suspension && suspension.Operand == call
            && context.Symbol.IsStatic
            && Is(call, context)
            && context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol { ReducedFrom: null };

    /// <summary>
    /// Whether a method returns from within something that runs at its end. A folded body that returns has the variables of its caller at
    /// once, and what runs afterwards would find these.
    /// </summary>
    public static bool ReturnsThroughFinally(MethodDeclarationSyntax method)
        => method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Any(statement => statement.Ancestors().TakeWhile(a => a != method).Any(a => RunsAtItsEnd(a, statement)));

    private static bool RunsAtItsEnd(SyntaxNode around, ReturnStatementSyntax statement) => around switch
    {
        TryStatementSyntax @try => @try.Finally is not null,
        UsingStatementSyntax or LockStatementSyntax or CommonForEachStatementSyntax => true,
        BlockSyntax block => Declares(block.Statements, statement),
        SwitchSectionSyntax section => Declares(section.Statements, statement),
        _ => false,
    };

    /// <summary>Whether there is a using declaration before a statement.</summary>
    private static bool Declares(SyntaxList<StatementSyntax> statements, ReturnStatementSyntax before)
        => statements.Any(s => s.SpanStart < before.SpanStart && s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 });

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
        => KnownSymbols.IsCoroutineAttribute(attribute.AttributeClass)
            && attribute.NamedArguments.Any(a => a is { Key: "Primed", Value.Value: true }));
}
