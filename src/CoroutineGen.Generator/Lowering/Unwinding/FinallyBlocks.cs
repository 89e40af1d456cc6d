using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// Finally blocks of the user's that can stand in a method of their own, which has the frame and nothing else of the step. Any other stays
/// where it is.
/// </summary>
internal static class FinallyBlocks
{
    /// <summary>
    /// Whether all that a block mentions is in the frame, or is a member: no local function or constant of the step, nothing that no field
    /// can hold; no closure, whose environments the step copies; and no jump to a label.
    /// </summary>
    public static bool CanStandAlone(BlockSyntax block, LoweringContext context, VariableMap variables)
        => block.DescendantNodes().All(node => node switch
        {
            AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax => false,
            LabeledStatementSyntax or GotoStatementSyntax or FixedStatementSyntax => false,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => false,
            SimpleNameSyntax name => IsInFrame(context.Model.GetSymbolInfo(name, context.Cancellation).Symbol, context, variables),
            _ => true,
        });

    private static bool IsInFrame(ISymbol? symbol, LoweringContext context, VariableMap variables) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => false,
        IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter, context.Yield) => false,
        _ => variables.Find(symbol) is null or { IsConstant: false, IsBound: false, Unspeakable: null },
    };
}
