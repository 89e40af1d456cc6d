using System.Collections.Concurrent;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>Everything that a type does with one of its fields. Filled by several threads at a time.</summary>
internal sealed class FieldUses(Factories factories)
{
    private readonly ConcurrentBag<IOperation> _sends = [];
    private volatile bool _isMade;
    private volatile bool _isOpen;

    /// <summary>The sends, if they all throw.</summary>
    public IEnumerable<IOperation> UnprimedSends => _isMade && !_isOpen ? _sends : [];

    /// <summary>A value is assigned.</summary>
    public void Assign(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (value is IInvocationOperation call && factories.Of(call.TargetMethod) is { IsPrimed: false })
            _isMade = true;
        else if (value.ConstantValue is not { HasValue: true, Value: null })
            _isOpen = true;
    }

    /// <summary>The field is named somewhere.</summary>
    public void Add(IMemberReferenceOperation reference)
    {
        IOperation value = reference;
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion;
        switch (value.Parent)
        {
            case IInvocationOperation call when call.Instance == value:
                Use(call);
                break;
            case IConditionalAccessOperation
            {
                WhenNotNull: IInvocationOperation { Instance: IConditionalAccessInstanceOperation } call
            } access when access.Operation == value:
                Use(call);
                break;
            case IArgumentOperation argument when Uses.Driving(argument) is { } driving:
                Use(driving);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == value:
                Assign(assignment.Value);
                break;
            case IPropertyReferenceOperation property when Uses.OfProperty(property) != Flow.Use.Escape:
            case INameOfOperation:
            case { } test when NullTest.Read(test) is not null:
                break;
            default:
                _isOpen = true;
                break;
        }
    }

    private void Use(IInvocationOperation call)
    {
        switch (Uses.Of(call).Use)
        {
            case Flow.Use.Send or Flow.Use.TrySend:
                _sends.Add(call);
                break;
            case Flow.Use.Query or Flow.Use.Close or Flow.Use.TryGetResult:
                break;
            default:
                _isOpen = true;
                break;
        }
    }
}
