using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>Brings together operations that are begun by a call and the awaits that take their answers.</summary>
internal static class Awaits
{
    /// <summary>Whether the call begins what has to be awaited.</summary>
    public static bool Begins(IInvocationOperation call) => KnownSymbols.IsTask(call.Type);

    /// <summary>Whether the answer of a call is taken where the call stands.</summary>
    // await c.MoveNextAsync(), await c.MoveNextAsync().ConfigureAwait(false)
    public static bool IsAwaited(IInvocationOperation call) => Outermost(call).Parent is IAwaitOperation;

    /// <summary>Whether nobody can take the answer.</summary>
    // c.MoveNextAsync(); _ = c.MoveNextAsync();
    public static bool IsDropped(IInvocationOperation call)
        => Outermost(call).Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>The call that an await takes the answer of where it stands; null for all other awaits.</summary>
    public static IInvocationOperation? Call(IOperation awaited)
        => awaited is IAwaitOperation { Operation: var operation } && Innermost(operation) is IInvocationOperation call && Begins(call)
            ? call
            : null;

    /// <summary>The outermost expression that is still the same operation.</summary>
    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is { } parent && IsSame(parent, operation))
            operation = parent;
        return operation;
    }

    private static IOperation Innermost(IOperation operation)
    {
        while (Inner(operation) is { } inner)
            operation = inner;
        return operation;
    }

    private static bool IsSame(IOperation outer, IOperation inner) => Inner(outer) == inner;

    private static IOperation? Inner(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IInvocationOperation { Instance: { } task, TargetMethod.ContainingType: var type } call
            when KnownSymbols.IsTask(type) && Uses.Of(call).Use == Use.Same => task,
        _ => null,
    };
}
