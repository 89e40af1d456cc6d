using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Object creations.</summary>
internal sealed class ObjectCreation(ExpressionLowerer root) : ExpressionPart(root)
{
    // new C(a()) { X = yield(b) }
    // ---->
    // made1 = new C(a()); yield(b); made1.X = sent;      and made1 is its value
    public Code Create(BaseObjectCreationExpressionSyntax creation)
    {
        var operands = new List<Operand>();
        if (Context.TypeOf(creation) is null or { TypeKind: TypeKind.Error })
            return Refuse(creation, $"a creation that does not bind ('{creation}')");
        if (!Calls.Arguments(creation.ArgumentList?.Arguments ?? default, operands))
            return Code.Empty;
        if (creation.Initializer is not { } initializer || !Context.Suspensions.Suspends(initializer))
            return Printer.Print(creation, Operands.LowerAll(operands));
        if (Context.TypeOf(creation) is not { TypeKind: not TypeKind.Dynamic } type)
            return Refuse(initializer);
        if (initializer.Expressions.Any(e => e is AssignmentExpressionSyntax member
            && (InitialOnlyMembers.IsInitOnly(member) || InitialOnlyMembers.IsRequired(member))))
        {
            return type is INamedTypeSymbol named
                ? InitialOnlyMembers.InitialOnly(creation, operands, named)
                : Refuse(initializer, "an initializer that sets an init-only or required member of a type parameter");
        }
        var made = Variables.Temporary("made", type, creation, FieldRole.Made);
        var replacements = Operands.LowerAll(operands);
        var arguments = creation.ArgumentList is { } list ? Printer.Print(list, replacements) : Code.Of("()");
        Builder.Declare(made, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}", arguments));
        Initializers.Initialize(initializer, new InitializedPlace(null, Code.Of(made), type));
        return Code.Of(made);
    }
}
