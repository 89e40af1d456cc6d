using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>"a?.M(yield(b))": the yield is only reached where a is not null.</summary>
internal sealed class NullConditionals(ExpressionLowerer root) : ExpressionPart(root)
{
    // a?.M(yield(b))
    // ---->
    // receiver1 = a; if (receiver1 is null) goto Null; yield(b); found1 = receiver1.M(sent); goto End; Null: found1 = default; End:
    public Code Access(ConditionalAccessExpressionSyntax access)
    {
        if (!Context.Suspensions.Suspends(access.WhenNotNull))
            return Operands.Print(access, [access.Expression]);
        if (Context.TypeOf(access) is not { } type)
            return Refuse(access);
        var result = Variables.Temporary("found", type, access);
        var isNull = Regions.NewLabel("Null");
        var end = Regions.NewLabel("End");
        Builder.Declare(result, WhenNotNull(access, isNull));
        Builder.Jump(end);
        Builder.Mark(isNull);
        Builder.Declare(result, Code.Of("default"));
        Builder.Mark(end);
        return Code.Of(result);
    }

    // a?.M(yield(b));
    // ---->
    // receiver1 = a; if (receiver1 is null) goto Null; yield(b); receiver1.M(sent); Null:
    public void AccessStatement(ConditionalAccessExpressionSyntax access)
    {
        var isNull = Regions.NewLabel("Null");
        if (access.WhenNotNull is ConditionalAccessExpressionSyntax inner)
        {
            Receive(access, isNull);
            AccessStatement(inner);
        }
        else
        {
            Receive(access, isNull);
            Root.LowerStatement(access.WhenNotNull);
        }
        Builder.Mark(isNull);
    }

    private Code WhenNotNull(ConditionalAccessExpressionSyntax access, Label isNull)
    {
        Receive(access, isNull);
        return Lower(access.WhenNotNull);
    }

    /// <summary>Keeps what stands before the "?." and leaves where it is null.</summary>
    private void Receive(ConditionalAccessExpressionSyntax access, Label isNull)
    {
        if (Context.TypeOf(access.Expression) is not { } type)
        {
            Refuse(access);
            return;
        }
        if (type is ITypeParameterSymbol { IsReferenceType: false } && IsChangedInPlace(access.Expression)
            && !IsPassedByValue(access.WhenNotNull))
        {
            if (Lvalues.OperandsOf(access.Expression) is not { } recipe)
                return;
            if (Operands.Awaits(access.WhenNotNull))
            {
                Refuse(access, $"what awaits something else besides, behind '{access.Expression}?', which is taken by reference");
                return;
            }
            var generic = Operands.KeepGeneric(access.Expression, Operands.LowerAll(recipe, access.WhenNotNull));
            Builder.Branch(Code.Of(generic, " is null"), true, isNull);
            Printer.Receivers[access] = generic;
            return;
        }
        var receiver = Variables.Temporary("receiver", type, access.Expression);
        Builder.Declare(receiver, Lower(access.Expression));
        Builder.Branch(Code.Of(receiver, " is null"), true, isNull);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var value = Variables.Temporary("value", nullable.TypeArguments[0], access.Expression);
            Builder.Declare(value, Code.Of(receiver, ".GetValueOrDefault()"));
            receiver = value;
        }
        Printer.Receivers[access] = Code.Of(receiver);
    }

    /// <summary>Whether what stands behind the "?" is an extension method that takes the receiver's value.</summary>
    private bool IsPassedByValue(ExpressionSyntax whenNotNull)
    {
        var binding = whenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault();
        return binding?.Parent is InvocationExpressionSyntax call && call.Expression == binding
            && Context.Model.GetSymbolInfo(call, Context.Cancellation).Symbol is IMethodSymbol { ReducedFrom: { } extension }
            && extension.Parameters[0].RefKind == RefKind.None;
    }

    /// <summary>Whether a struct behind a type parameter would be changed where it stands, and not in a copy of it.</summary>
    private bool IsChangedInPlace(ExpressionSyntax receiver)
        => Context.Receivers.IsVariable(receiver) && !Context.Receivers.IsReadOnly(receiver);
}
