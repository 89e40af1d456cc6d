using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Binary operators that evaluate both sides.</summary>
internal sealed class BinaryOperators(ExpressionLowerer root) : ExpressionPart(root)
{
    // a() + yield(b)
    // ---->
    // kept1 = a(); yield(b); kept1 + sent
    public Code Operate(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.CoalesceExpression))
            return Context.Suspensions.Suspends(binary.Right) ? Choices.Coalesce(binary) : Operands.Print(binary, [binary.Left]);
        if (Conditions.IsShortCircuit(binary))
        {
            if (!Context.Suspensions.Suspends(binary.Right))
                return Operands.Print(binary, [binary.Left]);
            return Conditions.IsConvertedToBool(binary.Left) && Conditions.IsConvertedToBool(binary.Right)
                ? Conditions.ShortCircuit(binary)
                : Conditions.UserShortCircuit(binary);
        }
        if (binary.RawKind is (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression)
            return Operands.Print(binary, [binary.Left]);
        if (binary.IsKind(SyntaxKind.AddExpression) && StringHandlers.HandlerOf(binary) is { } handler)
            return StringHandlers.Spell(binary, handler);
        if (Context.Operators.IsConcatenation(binary))
            return Concatenation(binary);
        return Context.Operators.IsTupleComparison(binary)
            ? Printer.Print(binary, Operands.LowerAll([.. Compared(binary.Left), .. Compared(binary.Right)]))
            : Operator(binary);
    }

    /// <summary>An operator of the user's may take its operands by reference, as a method may.</summary>
    private Code Operator(BinaryExpressionSyntax binary)
    {
        var operands = new List<Operand>();
        if (!Calls.Reference(binary.Left, isExplicit: false, operands, isTakenAgain: Context.Suspensions.Suspends(binary.Right)))
            return Code.Empty;
        return Printer.Print(binary, Operands.LowerAll([.. operands, new Operand(binary.Right)]));
    }

    /// <summary>
    /// What a comparison of tuples evaluates of one: the elements of a literal as they are; each is converted when it is compared.
    /// </summary>
    private static IEnumerable<Operand> Compared(ExpressionSyntax tuple) => LateBinding.Inner(tuple) is TupleExpressionSyntax literal
        ? literal.Arguments.SelectMany(a => Compared(a.Expression))
        : [new Operand(tuple, OperandKind.ConvertedLater)];

    // o + yield(s)
    // ---->
    // text1 = "" + o; yield(s); text1 + sent
    /// <summary>String concatenation turns an operand to text when it evaluates it, so before a yield to its right.</summary>
    private Code Concatenation(BinaryExpressionSyntax binary)
    {
        var left = binary.Left;
        bool isText = Context.ConvertedTypeOf(left) is { SpecialType: SpecialType.System_String };
        if (isText || !Context.Suspensions.Suspends(binary.Right) || (IsTextAlike(left) && Stability.IsStable(left, [binary.Right])))
            return Operands.Print(binary, [left, binary.Right]);
        var text = Variables.Temporary("text", "string", null, left);
        Builder.Declare(text, Code.Of("\"\" + ", Grouped(left, Lower(left))));
        return Printer.Print(binary, new Dictionary<SyntaxNode, Code> { [left] = Code.Of(text), [binary.Right] = Lower(binary.Right) });
    }

    /// <summary>
    /// Whether a value's text is the same whatever happens while the coroutine waits; that of most numbers is the culture's.
    /// </summary>
    public bool IsTextAlike(ExpressionSyntax expression) => Context.TypeOf(expression) is null or
    {
        SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean or SpecialType.System_Byte
            or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
    } || (expression is LiteralExpressionSyntax && Stability.IsPrimitive(Context.TypeOf(expression)!)
        && Context.Model.GetConstantValue(expression, Context.Cancellation) is { Value: int or long or null });
}
