using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Object creations, and the copies that "with" makes.</summary>
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
        var made = Variables.Temporary("made", type, creation);
        var replacements = Operands.LowerAll(operands);
        var arguments = creation.ArgumentList is { } list ? Printer.Print(list, replacements) : Code.Of("()");
        Builder.Declare(made, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}", arguments));
        Initializers.Initialize(initializer, new InitializedPlace(null, Code.Of(made), type));
        return Code.Of(made);
    }

    // r with { X = yield(a) }
    // ---->
    // copy1 = r with { }; yield(a); copy1 with { X = sent }
    /// <summary>
    /// "r with { X = yield(...) }": the copy is made first, and again, with the values, at the end. An anonymous object never changes.
    /// </summary>
    public Code With(WithExpressionSyntax with)
    {
        if (!Context.Suspensions.Suspends(with.Initializer))
            return Operands.Print(with, [with.Expression]);
        if (Context.TypeOf(with.Expression) is not { } type)
            return Refuse(with.Initializer);
        var copy = Variables.Temporary("copy", type, with.Expression);
        var source = Grouped(with.Expression, Lower(with.Expression));
        Builder.Declare(copy, type is { IsReferenceType: true, IsAnonymousType: false } ? Code.Of(source, " with { }") : source);
        var values = with.Initializer.Expressions.Select(e => new Operand(((AssignmentExpressionSyntax)e).Right)).ToList();
        var replacements = Operands.LowerAll(values);
        replacements[with.Expression] = Code.Of(copy);
        return Printer.Print(with, replacements);
    }
}
