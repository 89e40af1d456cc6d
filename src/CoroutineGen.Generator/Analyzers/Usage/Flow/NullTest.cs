using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>A condition that asks whether something is null, however it is written.</summary>
internal readonly struct NullTest
{
    private NullTest(IOperation operand, bool isNullWhenTrue)
    {
        Operand = operand;
        IsNullWhenTrue = isNullWhenTrue;
    }

    public IOperation Operand { get; }
    public bool IsNullWhenTrue { get; }

    public static NullTest? Read(IOperation value) => value switch
    {
        IIsNullOperation test => new(test.Operand, true),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var tested } } test when IsNull(tested) => new(test.Value, true),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var tested } } } test
            when IsNull(tested) => new(test.Value, false),
        IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            when IsNull(comparison.RightOperand) => new(comparison.LeftOperand, comparison.OperatorKind == BinaryOperatorKind.Equals),
        _ => null,
    };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };
}
