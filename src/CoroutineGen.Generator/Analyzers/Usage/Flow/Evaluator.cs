using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>Follows the operations of one block in their order. A value is a set of coroutines, as in <see cref="FlowState"/>.</summary>
internal sealed class Evaluator
{
    /// <summary>The value of what is no coroutine at all.</summary>
    private const ulong Nothing = 0;

    private readonly FlowLog _log;
    private readonly Variables _variables;
    private readonly BasicBlock _block;
    private FlowState _state;

    public Evaluator(FlowLog log, Variables variables, BasicBlock block, FlowState state)
    {
        _log = log;
        _variables = variables;
        _block = block;
        _state = state;
    }

    /// <summary>What is known wherever an operation so far may have thrown; null where none can have.</summary>
    public FlowState? Raised { get; private set; }

    /// <summary>The state after the operations; null where nothing comes after them.</summary>
    public FlowState State => _state;

    public ulong Evaluate(IOperation? operation)
    {
        switch (operation)
        {
            case null or INameOfOperation:
                return Nothing;
            case ILiteralOperation or IDefaultValueOperation:
                return FlowState.Null;
            case ILocalReferenceOperation or IFlowCaptureReferenceOperation:
                return Read(operation);
            case IFlowCaptureOperation capture:
                _state[_variables.Of(capture.Id)] = Evaluate(capture.Value);
                return Nothing;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand);
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                return Nothing;
            case IInvocationOperation call:
                return Call(call);
            case IAwaitOperation awaited:
                return Await(awaited);
            case IPropertyReferenceOperation { Instance: not null, Arguments.IsEmpty: true } property
                when Uses.OfProperty(property) is var use and not Use.Escape:
                return Look(property, use);
            case IIsNullOperation or IIsPatternOperation or IBinaryOperation when NullTest.Read(operation) is { } test:
                Evaluate(test.Operand);
                return Nothing;
            case IBinaryOperation
            {
                OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            } comparison:
                Evaluate(comparison.LeftOperand);
                Evaluate(comparison.RightOperand);
                return Nothing;
            default:
                EscapeAll(operation.ChildOperations);
                Throws();
                return FlowState.Foreign;
        }
    }

    /// <summary>Somebody else gets hold of a coroutine.</summary>
    public void Escape(ulong value) => _state.Move(value, _ => Stages.Unknown);

    /// <summary>Somebody else gets what all of them are, once the last is evaluated.</summary>
    private void EscapeAll(IEnumerable<IOperation?> operations)
    {
        foreach (ulong value in operations.Select(Evaluate).ToArray())
            Escape(value);
    }

    /// <summary>The states with a condition true, and with it false; null where it is never so.</summary>
    public (FlowState? WhenTrue, FlowState? WhenFalse) Branch(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: bool constant })
            return constant ? (_state, null) : (null, _state);
        if (NullTest.Read(value) is { } test)
        {
            var (whenNull, whenNotNull) = BranchOnNull(Evaluate(test.Operand));
            return test.IsNullWhenTrue ? (whenNull, whenNotNull) : (whenNotNull, whenNull);
        }
        if (Condition.Read(value) is not { } condition)
        {
            Escape(Evaluate(value));
            return (_state, _state);
        }
        // The value of a call is whatever it answers; the coroutine is what it was called on.
        ulong coroutine = condition.Coroutine is IInvocationOperation call && (call == value || call == Awaits.Call(value))
            ? CallOn(call)
            : Evaluate(condition.Coroutine);
        var (whenTrue, whenFalse) = (_state.Clone(), _state.Clone());
        bool isOne = FlowState.IsOne(coroutine);
        whenTrue.Move(coroutine, before => isOne ? condition.Left(before, true) : Cleared(before));
        whenFalse.Move(coroutine, before => isOne ? condition.Left(before, false) : Cleared(before));
        return (whenTrue, whenFalse);
    }

    /// <summary>
    /// A coroutine that was made is not null. Where the value may be null as well, the null says something of how we came here, and so of
    /// the coroutine, which is not followed.
    /// </summary>
    private (FlowState? WhenNull, FlowState WhenNotNull) BranchOnNull(ulong value)
    {
        if (value != Nothing && (value & (FlowState.Null | FlowState.Foreign)) == 0)
            return (null, _state);
        var whenNull = _state.Clone();
        whenNull.Move(value, _ => Stages.Unknown);
        return (whenNull, _state);
    }

    /// <summary>
    /// What is left to say once the state was looked at in a way that is not understood: the program may know more than we do, except where
    /// there is only one answer.
    /// </summary>
    private static Stages Cleared(Stages before) => (before & (before - 1)) == 0 ? before : Stages.Unknown;

    private ulong Read(IOperation reference)
    {
        ulong value = _variables.Of(reference) is { } variable ? _state[variable] : FlowState.Foreign;
        _log.Touch(value);
        return value;
    }

    private ulong Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IDiscardOperation)
        {
            _log.Touch(Evaluate(assignment.Value));
            return FlowState.Foreign;
        }
        if (!assignment.IsRef && _variables.Target(assignment.Target) is { } variable)
            return _state[variable] = Evaluate(assignment.Value);
        foreach (var child in assignment.Target.ChildOperations)
            Escape(Evaluate(child));
        ulong value = Evaluate(assignment.Value);
        Escape(value);
        Throws();
        return value;
    }

    private ulong Look(IPropertyReferenceOperation property, Use use)
    {
        ulong coroutine = Evaluate(property.Instance);
        _log.Observe(property, use, _block, coroutine, _state);
        Throws();
        if (use == Use.Result)
            _state.Move(coroutine, before => Transition.After(use, before));
        else if (property.Property.Name != "Current")
            _state.Move(coroutine, Cleared);
        return FlowState.Foreign;
    }

    private ulong Call(IInvocationOperation call)
    {
        if (_log.SiteOf(call) is { } site)
        {
            EscapeAll(call.Arguments.Select(argument => (IOperation?)argument.Value).Prepend(call.Instance));
            Throws();
            return _state.Make(site.Number, !site.Factory.IsPrimed ? Stages.Created
                : Awaits.Begins(call) && !Awaits.IsAwaited(call) ? Stages.Pending : Stages.Suspended);
        }
        ulong coroutine = CallOn(call);
        return Uses.Of(call).Use switch
        {
            Use.Prime or Use.Enumerator or Use.Same => coroutine,
            not Use.Escape when Awaits.Begins(call) => coroutine,
            _ => FlowState.Foreign,
        };
    }

    /// <summary>
    /// An answer is taken. Where the call stands elsewhere nothing more is said of the coroutine: what it did may be looked at in between.
    /// </summary>
    private ulong Await(IAwaitOperation awaited)
    {
        ulong coroutine = Evaluate(awaited.Operation);
        if (Awaits.Call(awaited) is null)
        {
            _state.Move(coroutine, before => (before & Stages.InProgress) != 0 ? Stages.Unknown : before);
            Throws();
        }
        return CoroutineTypes.IsAsyncCoroutine(awaited.Type) ? coroutine : FlowState.Foreign;
    }

    /// <summary>Makes a call and gives the coroutine that it was made on.</summary>
    private ulong CallOn(IInvocationOperation call)
    {
        var (use, receiver) = Uses.Of(call);
        ulong coroutine = Evaluate(receiver);
        EscapeAll(call.Arguments.Select(argument => (IOperation?)argument.Value).Prepend(call.Instance).Where(value => value != receiver));
        if (use == Use.Escape)
        {
            Escape(coroutine);
            Throws();
            return coroutine;
        }
        if (use == Use.Same)
            return coroutine;
        _log.Observe(call, use, _block, coroutine, _state);
        if (Awaits.Begins(call) && !Awaits.IsAwaited(call))
            return Begin(call, use, coroutine);
        ThrowsWith(coroutine, use);
        _state.Move(coroutine, before => Transition.After(use, before));
        if (use == Use.TryGetResult && call.Parent is not (null or IExpressionStatementOperation))
            _state.Move(coroutine, Cleared);
        return coroutine;
    }

    /// <summary>An operation is begun, and its answer is taken later, if ever.</summary>
    private ulong Begin(IInvocationOperation call, Use use, ulong coroutine)
    {
        Throws();
        var left = Awaits.IsDropped(call) ? Stages.Dropped : Stages.Pending;
        _state.Move(coroutine, before => Transition.Begun(use, before, left));
        return coroutine;
    }

    private void Throws()
    {
        if (Raised is null)
            Raised = _state.Clone();
        else
            Raised.Join(_state);
    }

    /// <summary>A use of a coroutine throws: it has changed the coroutine all the same.</summary>
    private void ThrowsWith(ulong coroutine, Use use)
    {
        var before = _state;
        _state = before.Clone();
        _state.Move(coroutine, stages => Transition.Failed(use, stages));
        Throws();
        _state = before;
    }
}
