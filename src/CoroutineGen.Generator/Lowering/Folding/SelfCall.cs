using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Folding;

/// <summary>
/// Whether an expression makes a coroutine of the method that it stands in: a call of its factory, with the method's own type parameters as
/// type arguments. A delegation to such a coroutine can push a frame instead.
/// </summary>
internal static class SelfCall
{
    /// <summary>Whether an expression is such a call, be it in parentheses.</summary>
    // Walk(d - 1)    yes;    other.Walk<string>(d)    no: other type arguments
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
            // Such a coroutine has run to its first yield before it is delegated to.
            && !CoroutineSymbols.IsPrimed(context.Symbol);
    }

    /// <summary>
    /// Whether a call is the operand of a delegation, and can be printed as a call of the overload that takes frames before the arguments.
    /// </summary>
    public static bool TakesFrames(InvocationExpressionSyntax call, LoweringContext context)
        => call.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax delegation }
            && context.Suspensions.Find(delegation) is { Kind: SuspensionKind.Delegate } suspension && suspension.Operand == call
            && context.Symbol.IsStatic
            && Is(call, context)
            && context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol { ReducedFrom: null };

    /// <summary>
    /// Whether a return crosses a finally block or a using. A folded body that returns switches to its caller's frame, and the cleanup,
    /// which runs afterwards, would use that.
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

    /// <summary>Whether a method is the factory: the generated overload without the yield parameter.</summary>
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
}
