using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Conditions, which become jumps: a yield that is not reached does not suspend (rule 16).</summary>
internal sealed class Conditions(ExpressionLowerer root) : ExpressionPart(root)
{
    // if (a && yield(b)) goto T;
    // ---->
    // if (!a) goto Skip; yield(b); if (sent) goto T; Skip:
    /// <summary>Goes to a label where a condition has a value, and on where it has not; and, or and not become jumps.</summary>
    public void Branch(ExpressionSyntax condition, bool when, Label target)
    {
        if (!Context.Suspensions.Suspends(condition))
        {
            Builder.At(
                Context.Tokens.Of(condition), () => Builder.Branch(AsBool(condition, Printer.Print(condition)), when, target));
            return;
        }
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                Branch(inner.Expression, when, target);
                return;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not when IsPlainBool(not.Operand):
                Branch(not.Operand, !when, target);
                return;
            case BinaryExpressionSyntax binary when IsShortCircuit(binary) && IsPlainBool(binary.Left) && IsPlainBool(binary.Right):
                bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
                if (isAnd == when)
                {
                    var skip = Regions.NewLabel("Skip");
                    Branch(binary.Left, !when, skip);
                    Branch(binary.Right, when, target);
                    Builder.Mark(skip);
                }
                else
                {
                    Branch(binary.Left, when, target);
                    Branch(binary.Right, when, target);
                }
                return;
            case BinaryExpressionSyntax either when IsLateOr(either):
                LateOr(either, when, target);
                return;
            default:
                Builder.Branch(AsBool(condition, Lower(condition)), when, target);
                return;
        }
    }

    /// <summary>A condition of a type with an operator true need not have the operator ! that a jump around it wants.</summary>
    public Code AsBool(ExpressionSyntax condition, Code code)
        => IsPlainBool(condition) ? code : Code.Of(Grouped(condition, code), " ? true : false");

    public static bool IsShortCircuit(BinaryExpressionSyntax binary)
        => binary.RawKind is (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression;

    private bool IsPlainBool(ExpressionSyntax expression)
        => Context.TypeOf(expression) is { SpecialType: SpecialType.System_Boolean };

    public bool IsConvertedToBool(ExpressionSyntax expression)
        => Context.ConvertedTypeOf(expression) is { SpecialType: SpecialType.System_Boolean };

    // r = a && yield(b)
    // ---->
    // both1 = a; if (!both1) goto End; yield(b); both1 = sent; End: r = both1
    public Code ShortCircuit(BinaryExpressionSyntax binary)
    {
        var result = Variables.Temporary("both", "bool", null, binary);
        var end = Regions.NewLabel("End");
        bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
        Builder.Declare(result, Lower(binary.Left));
        Builder.Branch(Code.Of(result), !isAnd, end);
        Builder.Declare(result, Lower(binary.Right));
        Builder.Mark(end);
        return Code.Of(result);
    }

    /// <summary>
    /// "a &amp;&amp; yield(b)" of a type with its own operators: "false" decides, then "&amp;" combines. Nothing but "&amp;&amp;" itself
    /// can call "false", so it is given a right side that says by an exception that it was reached.
    /// </summary>
    public Code UserShortCircuit(BinaryExpressionSyntax binary)
    {
        if (Context.TypeOf(binary) is not { } type)
            return Refuse(binary);
        bool isDynamic = type.TypeKind == TypeKind.Dynamic;
        string name = isDynamic ? "object" : TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None));
        // The binder takes an operand of a static type for one of that type, whatever it is at run time.
        var leftType = isDynamic ? Context.TypeOf(binary.Left) ?? type : type;
        var left = Variables.Temporary("left", leftType, binary.Left);
        var result = Variables.Temporary("chosen", type, binary);
        var end = Regions.NewLabel("End");
        Builder.Declare(left, Lower(binary.Left));
        bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
        if (isAnd)
        {
            var decide = Builder.Region(() =>
            {
                string right = $"global::CoroutineGen.CompilerServices.ShortCircuit.Right<{name}>()";
                Builder.Declare(result, Code.Of(left, " && ", isDynamic ? "(dynamic)" : "", right));
                Builder.Jump(end);
            });
            var reached = new CatchRegion(Code.Of("catch (global::CoroutineGen.CompilerServices.ShortCircuit.Reached)"), [], -1);
            Builder.Add(new TryRegion(decide, [reached], null));
        }
        else
        {
            Builder.Declare(result, Code.Of(left));
            Builder.Branch(Code.Of(left, " ? true : false"), true, end);
        }
        var other = Grouped(binary.Right, Lower(binary.Right));
        Builder.Declare(result, isDynamic
            ? LateBoundOperators.LateLogical(binary, left, leftType, other)
            : Code.Of(left, isAnd ? " & " : " | ", other));
        Builder.Mark(end);
        return Code.Of(result);
    }

    private bool IsLateOr(ExpressionSyntax condition)
        => condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either
            && Context.TypeOf(either) is { TypeKind: TypeKind.Dynamic } && Context.Suspensions.Suspends(either.Right);

    /// <summary>A condition that the generated code tests where the user does.</summary>
    public Code Condition(ExpressionSyntax condition)
    {
        if (!IsLateOr(LateBinding.Inner(condition)))
            return Lower(condition);
        var holds = Variables.Temporary("holds", "bool", null, condition);
        var no = Regions.NewLabel("No");
        var end = Regions.NewLabel("End");
        Branch(condition, false, no);
        Builder.Declare(holds, Code.Of("true"));
        Builder.Jump(end);
        Builder.Mark(no);
        Builder.Declare(holds, Code.Of("false"));
        Builder.Mark(end);
        return Code.Of(holds);
    }

    /// <summary>
    /// A condition asks the left side of "||" once whether it is true, and not again what was chosen.
    /// <code>
    /// if (d || yield(x)) ..    ---->    left1 = d; if (left1) goto Then; yield; chosen1 = or(left1, sent); if (chosen1) goto Then;
    /// </code>
    /// </summary>
    private void LateOr(BinaryExpressionSyntax either, bool when, Label target)
    {
        if (EarlyOperands.Has(either, Context.Model, Context.Cancellation))
        {
            Refuse(either, "a condition whose left side of '||' is dynamic, with a pattern or a switch expression to the right of that");
            return;
        }
        var dynamic = Context.Model.Compilation.DynamicType;
        var leftType = Context.TypeOf(either.Left) ?? dynamic;
        var left = Variables.Temporary("left", leftType, either.Left);
        Builder.Declare(left, Lower(either.Left));
        var skip = Regions.NewLabel("Skip");
        Builder.Branch(Code.Of(left, " ? true : false"), true, when ? target : skip);
        var chosen = Variables.Temporary("chosen", dynamic, either);
        Builder.Declare(chosen, LateBoundOperators.LateLogical(either, left, leftType, Grouped(either.Right, Lower(either.Right))));
        Builder.Branch(Code.Of(chosen, " ? true : false"), when, target);
        Builder.Mark(skip);
    }
}
