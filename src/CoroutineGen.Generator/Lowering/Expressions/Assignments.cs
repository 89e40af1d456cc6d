using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Assignments. A target is a recipe, its receiver and its indices, which C# evaluates before the right side; a compound assignment reads
/// the old value before the right side too (rule 15).
/// </summary>
internal sealed class Assignments(ExpressionLowerer root) : ExpressionPart(root)
{
    // o().F = yield(x)
    // ---->
    // kept1 = o(); yield(x); kept1.F = sent
    public Code Assign(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return CoalesceValue(assignment);
        if (assignment.Right is RefExpressionSyntax)
            return assignment.Left is IdentifierNameSyntax ? Operands.Print(assignment, [assignment.Right]) : Refuse(assignment);
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
            return Deconstruction(assignment);
        if (!Context.Suspensions.Suspends(assignment.Right))
            return Lvalues.Access(assignment.Left, assignment);
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !IsEvent(assignment.Left))
            return CompoundAssignments.Compound(assignment);
        if (Lvalues.OperandsOf(assignment.Left) is not { } recipe)
            return Code.Empty;
        var replacements = Operands.LowerAll(recipe, assignment.Right);
        replacements[assignment.Right] = Lower(assignment.Right);
        return Printer.Print(assignment, replacements);
    }

    // o().F ??= yield(x);
    // ---->
    // kept1 = o(); if (kept1.F is not null) goto End; yield(x); kept1.F = sent; End:
    public void CoalesceStatement(AssignmentExpressionSyntax assignment)
    {
        if (Lvalues.OperandsOf(assignment.Left) is not { } recipe)
            return;
        var replacements = Operands.LowerAll(recipe, assignment.Right);
        var target = Printer.Print(assignment.Left, replacements);
        var end = Regions.NewLabel("End");
        Builder.Branch(Code.Of(target, " is null"), false, end);
        Builder.Emit(Code.Of(target, " = ", Lower(assignment.Right), ";"));
        Builder.Mark(end);
    }

    // r = o().F ??= yield(x)
    // ---->
    // kept1 = o(); left1 = kept1.F; if (left1 is null) goto Null; chosen1 = left1; goto End;
    // Null: yield(x); chosen1 = sent; kept1.F = chosen1; End: r = chosen1
    /// <summary>A '??=' whose value is used.</summary>
    private Code CoalesceValue(AssignmentExpressionSyntax assignment)
    {
        if (Context.TypeOf(assignment) is not { } type || Context.TypeOf(assignment.Left) is not { } leftType)
            return Refuse(assignment);
        bool suspendsRight = Context.Suspensions.Suspends(assignment.Right);
        if (Lvalues.OperandsOf(assignment.Left, suspendsRight) is not { } recipe)
            return Code.Empty;
        var replacements = suspendsRight ? Operands.LowerAll(recipe, assignment.Right) : Operands.LowerAll(recipe);
        if (!suspendsRight)
            return Printer.Print(assignment, replacements);
        var target = Printer.Print(assignment.Left, replacements);
        var left = Variables.Temporary("left", leftType, assignment.Left);
        var result = Variables.Temporary("chosen", type, assignment);
        var isNull = Regions.NewLabel("Null");
        var end = Regions.NewLabel("End");
        bool isNullableValue = leftType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        Builder.Declare(left, target);
        Builder.Branch(Code.Of(left, " is null"), true, isNull);
        Builder.Declare(
            result,
            isNullableValue && !SymbolEqualityComparer.Default.Equals(type, leftType)
                ? Code.Of(left, ".GetValueOrDefault()")
                : Code.Of(left));
        Builder.Jump(end);
        Builder.Mark(isNull);
        Builder.Declare(result, Lower(assignment.Right));
        Builder.Emit(Code.Of(target, " = ", result, ";"));
        Builder.Mark(end);
        return Code.Of(result);
    }

    /// <summary>
    /// "(a.F, b[i]) = (yield(...), c)": the targets are located first, then the right side is evaluated, then taken apart and assigned.
    /// </summary>
    private Code Deconstruction(AssignmentExpressionSyntax assignment)
    {
        var operands = new List<Operand>();
        if (!Targets(assignment.Left, operands, Context.Suspensions.Suspends(assignment.Right)))
            return Code.Empty;
        var values = assignment.Right is TupleExpressionSyntax tuple ? Elements(tuple) : [assignment.Right];
        return Printer.Print(assignment, Operands.LowerAll([.. operands, .. values.Select(v => new Operand(v))]));
    }

    private static List<ExpressionSyntax> Elements(TupleExpressionSyntax tuple)
        => tuple.Arguments.SelectMany(a => a.Expression is TupleExpressionSyntax inner ? Elements(inner) : [a.Expression]).ToList();

    private bool Targets(ExpressionSyntax target, List<Operand> operands, bool isTakenAgain)
    {
        switch (target)
        {
            case TupleExpressionSyntax tuple:
                var parts = tuple.Arguments;
                return parts.All(a => Targets(
                    a.Expression, operands, isTakenAgain || parts.Skip(parts.IndexOf(a) + 1).Any(Context.Suspensions.Suspends)));
            case DeclarationExpressionSyntax:
                return true;
            case IdentifierNameSyntax:
                return true;
            default:
                if (!Lvalues.AddOperandsOf(target, operands, isTakenAgain))
                    return false;
                // C# takes the element's address, unless storing to it must test the type, and then it locates it only there.
                if (target is ElementAccessExpressionSyntax element
                    && Context.TypeOf(element.Expression) is IArrayTypeSymbol { ElementType.IsSealed: true })
                    operands.Add(new Operand(target, OperandKind.Probe));
                return true;
        }
    }

    private bool IsEvent(ExpressionSyntax target)
        => Context.Model.GetSymbolInfo(target, Context.Cancellation).Symbol is IEventSymbol;
}
