using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>"a?.M(yield(b))": the yield is only reached where a is not null.</summary>
internal sealed partial class ExpressionLowerer
{
    private Code ConditionalAccess(ConditionalAccessExpressionSyntax access)
    {
        if (!_context.Suspensions.Suspends(access.WhenNotNull))
            return WithOperands(access, [access.Expression]);
        if (_context.TypeOf(access) is not { } type)
            return Refuse(access);
        var result = _variables.Temporary("found", type, access);
        var isNull = _regions.NewLabel("Null");
        var end = _regions.NewLabel("End");
        _emitter.Declare(result, WhenNotNull(access, isNull));
        _emitter.Jump(end);
        _emitter.Mark(isNull);
        _emitter.Declare(result, Code.Of("default"));
        _emitter.Mark(end);
        return Code.Of(result);
    }

    private void ConditionalAccessStatement(ConditionalAccessExpressionSyntax access)
    {
        var isNull = _regions.NewLabel("Null");
        if (access.WhenNotNull is ConditionalAccessExpressionSyntax inner)
        {
            Receive(access, isNull);
            ConditionalAccessStatement(inner);
        }
        else
        {
            Receive(access, isNull);
            LowerStatement(access.WhenNotNull);
        }
        _emitter.Mark(isNull);
    }

    private Code WhenNotNull(ConditionalAccessExpressionSyntax access, Label isNull)
    {
        Receive(access, isNull);
        return Lower(access.WhenNotNull);
    }

    /// <summary>Keeps what stands before the "?." and leaves where it is null.</summary>
    private void Receive(ConditionalAccessExpressionSyntax access, Label isNull)
    {
        if (_context.TypeOf(access.Expression) is not { } type)
        {
            Refuse(access);
            return;
        }
        if (type is ITypeParameterSymbol { IsReferenceType: false } && IsChangedInPlace(access.Expression)
            && !IsPassedByValue(access.WhenNotNull))
        {
            if (Recipe(access.Expression) is not { } recipe)
                return;
            var generic = KeepGeneric(access.Expression, LowerOperands(recipe, access.WhenNotNull));
            _emitter.Branch(Code.Of(generic, " is null"), true, isNull);
            _printer.Receivers[access] = generic;
            return;
        }
        var receiver = _variables.Temporary("receiver", type, access.Expression);
        _emitter.Declare(receiver, Lower(access.Expression));
        _emitter.Branch(Code.Of(receiver, " is null"), true, isNull);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var value = _variables.Temporary("value", nullable.TypeArguments[0], access.Expression);
            _emitter.Declare(value, Code.Of(receiver, ".GetValueOrDefault()"));
            receiver = value;
        }
        _printer.Receivers[access] = Code.Of(receiver);
    }

    /// <summary>Whether what stands behind the "?" is an extension method that takes the receiver's value.</summary>
    private bool IsPassedByValue(ExpressionSyntax whenNotNull)
    {
        var binding = whenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault();
        return binding?.Parent is InvocationExpressionSyntax call && call.Expression == binding
            && _context.Model.GetSymbolInfo(call, _context.Cancellation).Symbol is IMethodSymbol { ReducedFrom: { } extension }
            && extension.Parameters[0].RefKind == RefKind.None;
    }

    /// <summary>Whether a struct behind a type parameter would be changed where it stands, and not in a copy of it.</summary>
    private bool IsChangedInPlace(ExpressionSyntax receiver)
        => _context.Receivers.IsVariable(receiver) && !_context.Receivers.IsReadOnly(receiver);
}
