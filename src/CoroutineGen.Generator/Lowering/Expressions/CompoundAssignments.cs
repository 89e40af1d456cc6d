using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Compound assignments whose right side suspends. C# reads the target, and converts what it read for the operator, before it evaluates the
/// right side; an instance operator changes the target in its place.
/// </summary>
internal sealed class CompoundAssignments(ExpressionLowerer root) : ExpressionPart(root)
{
    public Code Compound(AssignmentExpressionSyntax assignment)
    {
        if (Context.Operators.IsInPlace(assignment))
            return InPlace(assignment);
        if (Lvalues.OperandsOf(assignment.Left) is not { } recipe)
            return Code.Empty;
        // An operator that takes the target by reference reads it when it is called.
        bool isReferred = Context.InArguments.VariableOf(assignment.Left) is not null;
        if (isReferred)
            Lvalues.Probe(assignment.Left, recipe, 0);
        var replacements = Operands.LowerAll(recipe, assignment.Right);
        if (Context.TypeOf(assignment.Left) is not { TypeKind: not TypeKind.Error } type)
            return Refuse(assignment);
        var converted = Context.Operators.ConvertsLeftTo(assignment);
        bool isTextOfObject = type.SpecialType != SpecialType.System_String && Context.Operators.IsConcatenation(assignment);
        if (isReferred || (converted is null && !isTextOfObject && Stability.IsStable(assignment.Left, [assignment.Right])))
        {
            replacements[assignment.Right] = Lower(assignment.Right);
            return Printer.Print(assignment, replacements);
        }
        if (Context.LateBinding.IsPlace(assignment.Left))
            return LateBoundOperators.LateCompound(assignment, replacements);
        if (type.TypeKind == TypeKind.Dynamic)
            return DynamicCompound(assignment, type, replacements);
        return Compound(assignment, type, converted, isTextOfObject, replacements);
    }

    /// <summary>
    /// Where the target's value could change while the coroutine waits.
    /// <code>
    /// h.F += yield(x)    ---->    old1 = h.F; yield; h.F = (int)(old1 + sent)
    /// </code>
    /// </summary>
    private Code Compound(
        AssignmentExpressionSyntax assignment, ITypeSymbol type, ITypeSymbol? converted, bool isTextOfObject,
        Dictionary<SyntaxNode, Code> replacements)
    {
        var kept = converted ?? type;
        if (kept.IsRefLikeType || kept.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            Context.Refusals.Add(
                LoweringDiagnostics.RefTemporary, assignment.Left, assignment.Left.ToString(),
                kept.ToMinimalDisplayString(Context.Model, assignment.SpanStart));
            return Code.Empty;
        }
        var target = Printer.Print(assignment.Left, replacements);
        Variable old;
        if (isTextOfObject && converted is null)
        {
            old = Variables.Temporary("text", "string", null, assignment.Left);
            Builder.Declare(old, Code.Of("\"\" + ", Grouped(assignment.Left, target)));
        }
        else
        {
            old = Variables.Temporary("old", kept, assignment.Left);
            Builder.Declare(old, target);
        }
        string @operator = Operator(assignment);
        var right = Grouped(assignment.Right, Lower(assignment.Right));
        return Code.Of(target, " = ", $"({TypeText.Of(type)})(", old, $" {@operator} ", right, ")");
    }

    /// <summary>
    /// An instance operator is called on the target as a method would be: on the object, or on the variable of a struct. Where its value is
    /// used C# calls it on a copy of a struct, and assigns that.
    /// <code>
    /// a[i] += yield(x)         ---->    kept1 = a; kept2 = i; yield; kept1[kept2] += sent
    /// r = a[i] += yield(x)     ---->    kept1 = a; kept2 = i; yield; changed1 = kept1[kept2]; changed1 += sent; kept1[kept2] = changed1
    /// </code>
    /// </summary>
    private Code InPlace(AssignmentExpressionSyntax assignment)
    {
        var operands = new List<Operand>();
        bool isCopied = !Context.Operators.IsDropped(assignment) && Context.TypeOf(assignment.Left) is not { IsReferenceType: true };
        if (isCopied)
        {
            if (!Lvalues.AddOperandsOf(assignment.Left, operands))
                return Code.Empty;
        }
        else if (!Lvalues.Receiver(assignment.Left, operands))
            return Code.Empty;
        var replacements = Operands.LowerAll(operands, assignment.Right);
        if (!isCopied)
        {
            replacements[assignment.Right] = Lower(assignment.Right);
            return Printer.Print(assignment, replacements);
        }
        if (Context.TypeOf(assignment.Left) is not { } type)
            return Refuse(assignment);
        var target = Printer.Print(assignment.Left, replacements);
        var changed = Variables.Temporary("changed", type, assignment.Left);
        Builder.Declare(changed, target);
        var right = Lower(assignment.Right);
        Builder.Emit(Code.Of(changed, $" {assignment.OperatorToken.Text} ", right, ";"));
        // Of a type parameter only the running program knows whether it is a struct; an object is not assigned.
        string where = type is ITypeParameterSymbol
            ? $"if (default({TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}) != null) "
            : "";
        Builder.Emit(Code.Of(where, target, " = ", changed, ";"));
        return Code.Of(changed);
    }

    /// <summary>The "+" of "+=".</summary>
    private static string Operator(AssignmentExpressionSyntax assignment)
        => assignment.OperatorToken.Text.Substring(0, assignment.OperatorToken.Text.Length - 1);

    /// <summary>
    /// A place of type dynamic that is found at compile time holds whatever the operator gives.
    /// <code>
    /// h.D += yield(x)    ---->    old1 = h.D; yield; old1 += sent; h.D = old1
    /// </code>
    /// </summary>
    private Code DynamicCompound(AssignmentExpressionSyntax assignment, ITypeSymbol type, Dictionary<SyntaxNode, Code> replacements)
    {
        var target = Printer.Print(assignment.Left, replacements);
        var old = Variables.Temporary("old", type, assignment.Left);
        Builder.Declare(old, target);
        var right = Lower(assignment.Right);
        Builder.Emit(Code.Of(old, $" {assignment.OperatorToken.Text} ", right, ";"));
        return Code.Of(target, " = ", old);
    }
}
