using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// Tells whether there is anything to follow before a control flow graph is made, which is what the analysis costs most for. A new
/// coroutine that a foreach takes, or that somebody else gets at once, gives no rule anything to say.
/// </summary>
internal static class Followed
{
    public static bool MakesAny(IOperation block, Factories factories)
    {
        foreach (var operation in block.Descendants())
            if (operation is IInvocationOperation call && factories.Of(call.TargetMethod) is not null && !IsGivenAway(call))
                return true;
        return false;
    }

    private static bool IsGivenAway(IOperation made)
    {
        var value = made;
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion;
        return value.Parent switch
        {
            IArgumentOperation argument when Uses.Driving(argument) is not null => false,
            IForEachLoopOperation or IArgumentOperation or IReturnOperation
                or ISymbolInitializerOperation and not IVariableInitializerOperation => true,
            ISimpleAssignmentOperation
            {
                Target: IFieldReferenceOperation or IPropertyReferenceOperation, Parent: IExpressionStatementOperation
            } => true,
            _ => false,
        };
    }
}
