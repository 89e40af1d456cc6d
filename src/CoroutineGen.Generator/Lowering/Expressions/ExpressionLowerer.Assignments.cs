using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Assignments. A target is a recipe, its receiver and its indices, which C# evaluates before the right side; a compound assignment reads
/// the old value before the right side too (rule 15).
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private Code Assignment(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return CoalesceValue(assignment);
        if (assignment.Right is RefExpressionSyntax)
            return assignment.Left is IdentifierNameSyntax ? WithOperands(assignment, [assignment.Right]) : Refuse(assignment);
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
            return Deconstruction(assignment);
        if (!_context.Suspensions.Suspends(assignment.Right))
            return Access(assignment.Left, assignment);
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !IsEvent(assignment.Left))
            return Compound(assignment);
        if (Recipe(assignment.Left) is not { } recipe)
            return Code.Empty;
        var replacements = LowerOperands(recipe, assignment.Right);
        replacements[assignment.Right] = Lower(assignment.Right);
        return _printer.Print(assignment, replacements);
    }

    private void CoalesceAssignment(AssignmentExpressionSyntax assignment)
    {
        if (Recipe(assignment.Left) is not { } recipe)
            return;
        var replacements = LowerOperands(recipe, assignment.Right);
        var target = _printer.Print(assignment.Left, replacements);
        var end = _regions.NewLabel("End");
        _emitter.Branch(Code.Of(target, " is null"), false, end);
        _emitter.Run(Code.Of(target, " = ", Lower(assignment.Right), ";"));
        _emitter.Mark(end);
    }

    /// <summary>A '??=' whose value is used.</summary>
    private Code CoalesceValue(AssignmentExpressionSyntax assignment)
    {
        if (_context.TypeOf(assignment) is not { } type || _context.TypeOf(assignment.Left) is not { } leftType)
            return Refuse(assignment);
        bool suspendsRight = _context.Suspensions.Suspends(assignment.Right);
        if (Recipe(assignment.Left, suspendsRight) is not { } recipe)
            return Code.Empty;
        var replacements = suspendsRight ? LowerOperands(recipe, assignment.Right) : LowerOperands(recipe);
        if (!suspendsRight)
            return _printer.Print(assignment, replacements);
        var target = _printer.Print(assignment.Left, replacements);
        var left = _variables.Temporary("left", leftType, assignment.Left);
        var result = _variables.Temporary("chosen", type, assignment);
        var isNull = _regions.NewLabel("Null");
        var end = _regions.NewLabel("End");
        bool isNullableValue = leftType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        _emitter.Declare(left, target);
        _emitter.Branch(Code.Of(left, " is null"), true, isNull);
        _emitter.Declare(
            result,
            isNullableValue && !SymbolEqualityComparer.Default.Equals(type, leftType)
                ? Code.Of(left, ".GetValueOrDefault()")
                : Code.Of(left));
        _emitter.Jump(end);
        _emitter.Mark(isNull);
        _emitter.Declare(result, Lower(assignment.Right));
        _emitter.Run(Code.Of(target, " = ", result, ";"));
        _emitter.Mark(end);
        return Code.Of(result);
    }

    /// <summary>
    /// "(a.F, b[i]) = (yield(...), c)": the targets are located first, then the right side is evaluated, then taken apart and assigned.
    /// </summary>
    private Code Deconstruction(AssignmentExpressionSyntax assignment)
    {
        var operands = new List<Operand>();
        if (!Targets(assignment.Left, operands, _context.Suspensions.Suspends(assignment.Right)))
            return Code.Empty;
        var values = assignment.Right is TupleExpressionSyntax tuple ? Elements(tuple) : [assignment.Right];
        return _printer.Print(assignment, LowerOperands([.. operands, .. values.Select(v => new Operand(v))]));
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
                    a.Expression, operands, isTakenAgain || parts.Skip(parts.IndexOf(a) + 1).Any(_context.Suspensions.Suspends)));
            case DeclarationExpressionSyntax:
                return true;
            case IdentifierNameSyntax:
                return true;
            default:
                if (!Collect(target, operands, isTakenAgain))
                    return false;
                // C# takes the element's address, unless storing to it must test the type, and then it locates it only there.
                if (target is ElementAccessExpressionSyntax element
                    && _context.TypeOf(element.Expression) is IArrayTypeSymbol { ElementType.IsSealed: true })
                    operands.Add(new Operand(target, IsProbe: true));
                return true;
        }
    }

    private bool IsEvent(ExpressionSyntax target)
        => _context.Model.GetSymbolInfo(target, _context.Cancellation).Symbol is IEventSymbol;
}
