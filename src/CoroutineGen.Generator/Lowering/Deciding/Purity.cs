using CoroutineGen.Generator.Lowering.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Deciding;

/// <summary>
/// Whether nothing in a body can throw, call out, or be observed while it runs. Such a body needs no guard and no running mark; so the JIT
/// can inline it into a foreach, and keep the coroutine off the heap (escape analysis).
/// </summary>
internal static class Purity
{
    public static bool IsPure(LoweringContext context)
        => !context.Suspensions.HasDelegation
            && !context.Body.DescendantNodes().Any(node => IsImpure(node, context))
            && context.Model.GetOperation(context.Method, context.Cancellation) is IMethodBodyOperation { BlockBody: { } body }
            && IsPure(body, context);

    /// <summary>
    /// What most impure bodies hold, told by syntax alone: to make the operations of a whole body takes long.
    /// </summary>
    private static bool IsImpure(SyntaxNode node, LoweringContext context) => node switch
    {
        InvocationExpressionSyntax call => !context.Suspensions.IsYield(call.Parent is AwaitExpressionSyntax awaited ? awaited : call),
        CommonForEachStatementSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax or SwitchStatementSyntax => true,
        ObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or AnonymousFunctionExpressionSyntax => true,
        _ => false,
    };

    private static bool IsPure(IOperation operation, LoweringContext context)
        => IsPureItself(operation, context) && operation.ChildOperations.All(child => IsPure(child, context));

    private static bool IsPureItself(IOperation operation, LoweringContext context) => operation switch
    {
        IBlockOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation
            or IVariableDeclaratorOperation or IVariableInitializerOperation or IReturnOperation or IBranchOperation or ILabeledOperation
            or IConditionalOperation or IParenthesizedOperation or ILiteralOperation or IDefaultValueOperation or IEmptyOperation
            or ITupleOperation or IDiscardOperation or IArgumentOperation => true,
        ILocalReferenceOperation { Local.RefKind: RefKind.None } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IWhileLoopOperation or IForLoopOperation => true,
        IInvocationOperation call => IsYield(call, context),
        IAwaitOperation { Operation: IInvocationOperation call } => IsYield(call, context),
        ISimpleAssignmentOperation { IsRef: false } or IDeconstructionAssignmentOperation => IsVariableTarget(operation),
        ICompoundAssignmentOperation compound => compound is { OperatorMethod: null, IsChecked: false }
            && compound.Target is ILocalReferenceOperation or IParameterReferenceOperation
            && IsHarmless(compound.OperatorKind, compound.Type, compound.Value)
            && compound.InConversion is { IsUserDefined: false } && compound.OutConversion is { IsUserDefined: false },
        IIncrementOrDecrementOperation increment => increment is { OperatorMethod: null, IsChecked: false } && IsNumber(increment.Type),
        IBinaryOperation binary => binary is { OperatorMethod: null, IsChecked: false } && IsNumber(binary.LeftOperand.Type)
            && IsNumber(binary.RightOperand.Type) && IsHarmless(binary.OperatorKind, binary.Type, binary.RightOperand),
        IUnaryOperation unary => unary is { OperatorMethod: null, IsChecked: false } && IsNumber(unary.Type),
        IConversionOperation conversion => conversion is { OperatorMethod: null, IsChecked: false, Conversion.IsUserDefined: false }
            && (conversion.Conversion.IsIdentity || (IsNumber(conversion.Type) && IsNumber(conversion.Operand.Type))
                || conversion.Operand is ITupleOperation || conversion.Conversion is { IsReference: true, IsImplicit: true }),
        IFieldReferenceOperation { Field.IsConst: true } => true,
        _ => false,
    };

    private static bool IsYield(IInvocationOperation call, LoweringContext context)
        => call.Instance is IParameterReferenceOperation { Parameter: { } parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, context.Yield);

    /// <summary>
    /// Whether an assignment is to a local, a parameter or a tuple of such. To a field it may throw: the receiver could be null.
    /// </summary>
    private static bool IsVariableTarget(IOperation operation) => ((IAssignmentOperation)operation).Target switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation => true,
        ITupleOperation tuple => tuple.Elements.All(e => e is ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation)
            && ((IAssignmentOperation)operation).Value is ITupleOperation or IConversionOperation { Operand: ITupleOperation },
        _ => false,
    };

    /// <summary>Whether an operation cannot throw. Integer division by 0 does, and of the least number by -1.</summary>
    private static bool IsHarmless(BinaryOperatorKind kind, ITypeSymbol? type, IOperation right)
        => IsNumber(type)
            && (kind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
                || type!.SpecialType is SpecialType.System_Double or SpecialType.System_Single
                || (right.ConstantValue is { HasValue: true, Value: { } value } && value is not (0 or -1 or 0L or -1L or 0u or 0ul)));

    /// <summary>bool, char, enums and the primitive numbers; decimal arithmetic calls methods and can overflow.</summary>
    private static bool IsNumber(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Enum }
            || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte
                or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Single or SpecialType.System_Double;
}
