using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>A condition that tells where a coroutine is: a look at its State or HasResult, or the answer of a resumption.</summary>
internal sealed class Condition
{
    private const Stages Alive = Stages.Created | Stages.Suspended;

    private readonly Stages _whenTrue;
    private readonly Stages _whenFalse;

    private Condition(IOperation coroutine, Stages whenTrue, Stages whenFalse)
    {
        Coroutine = coroutine;
        _whenTrue = whenTrue;
        _whenFalse = whenFalse;
    }

    /// <summary>The coroutine that is looked at, or the call that answers.</summary>
    public IOperation Coroutine { get; }

    /// <summary>Null where the condition says nothing of a coroutine, or nothing that is understood.</summary>
    public static Condition? Read(IOperation value)
    {
        switch (value)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Read(not.Operand) is { } inner ? new(inner.Coroutine, inner._whenFalse, inner._whenTrue) : null;
            case IAwaitOperation when Awaits.Call(value) is { } awaited:
                return Read(awaited);
            case IInvocationOperation call when Uses.Of(call) is { Coroutine: not null, Use: var use }:
                return use switch
                {
                    Use.MoveNext or Use.TrySend or Use.TryThrow => new(call, Stages.Suspended, Stages.Closed),
                    Use.TryGetResult => new(call, Stages.Closed, Alive | Stages.Closed),
                    _ => null,
                };
            case IPropertyReferenceOperation { Instance: { } coroutine, Property.Name: "HasResult" } property
                when Uses.OfProperty(property) == Use.Query:
                return new(coroutine, Stages.Closed, Alive | Stages.Closed);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                if (State(comparison.LeftOperand) is not { } compared || Constant(comparison.RightOperand) is not { } expected)
                    return null;
                return comparison.OperatorKind == BinaryOperatorKind.Equals
                    ? new(compared, expected, ~expected)
                    : new(compared, ~expected, expected);
            case IIsPatternOperation { Value: var looked, Pattern: var pattern }:
                return State(looked) is { } matched && Pattern(pattern) is { } matches ? new(matched, matches, ~matches) : null;
            default:
                return null;
        }
    }

    /// <summary>The stages that are left of those before, when the condition is known.</summary>
    public Stages Left(Stages before, bool isTrue)
    {
        if ((before & Stages.Unclear) != 0)
            return before;
        var possible = isTrue ? _whenTrue : _whenFalse;
        var left = before & possible & ~Stages.Resumed;
        if ((before & Stages.Resumed) != 0)
            left |= possible & (Stages.Suspended | Stages.Finished);
        return left;
    }

    private static IOperation? State(IOperation operation)
        => operation is IPropertyReferenceOperation { Instance: { } coroutine, Property.Name: "State" } property
            && Uses.OfProperty(property) == Use.Query
            ? coroutine
            : null;

    private static Stages? Constant(IOperation operation)
        => operation.ConstantValue is { HasValue: true, Value: int value } && KnownSymbols.IsState(operation.Type)
            ? value switch
            {
                0 => Stages.Created,
                1 => Stages.Suspended,
                3 => Stages.Closed,
                _ => Stages.None,
            }
            : null;

    private static Stages? Pattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Constant(constant.Value),
        INegatedPatternOperation not => ~Pattern(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => Pattern(or.LeftPattern) | Pattern(or.RightPattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and => Pattern(and.LeftPattern) & Pattern(and.RightPattern),
        _ => null,
    };
}
