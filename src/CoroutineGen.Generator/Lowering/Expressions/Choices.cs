using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Expressions that evaluate one of several parts: ?:, ?? and switch. Each part stores its value where it is evaluated.</summary>
internal sealed class Choices(ExpressionLowerer root) : ExpressionPart(root)
{
    // v switch { P when t => yield(a), _ => b }
    // ---->
    // value1 = v; switch (value1) { case P when t: goto Arm1; default: goto Arm2; }
    // Arm1: yield(a); chosen1 = sent; goto End; Arm2: chosen1 = b; goto End; NoMatch: throw ..; End:      and chosen1 is its value
    /// <summary>A switch expression: each arm stores its value.</summary>
    public Code SwitchExpression(SwitchExpressionSyntax choice)
    {
        if (!choice.Arms.Any(Context.Suspensions.Suspends))
            return Operands.Print(choice, [choice.GoverningExpression]);
        var type = Context.TypeOf(choice) ?? Context.ConvertedTypeOf(choice);
        var governing = Context.TypeOf(choice.GoverningExpression);
        if (type is null || governing is null)
            return Refuse(choice);
        var value = Variables.Temporary("value", governing, choice.GoverningExpression);
        Builder.Declare(value, Lower(choice.GoverningExpression));
        var result = Variables.Temporary("chosen", type, choice);
        var noMatch = Regions.NewLabel("NoMatch");
        var end = Regions.NewLabel("End");
        var cases = new List<Case>();
        var arms = new List<(SwitchExpressionArmSyntax Arm, Label Start)>();
        var otherwise = noMatch;
        foreach (var arm in choice.Arms)
        {
            var start = Regions.NewLabel("Arm");
            arms.Add((arm, start));
            if (Variables.FindScope(arm) is { HasEnvironment: true } scope)
                Builder.Add(new EnterScope(scope));
            if (arm.Pattern is DiscardPatternSyntax && arm.WhenClause is null)
                otherwise = start;
            else
                cases.Add(new Case(arm.Pattern, arm.WhenClause?.Condition, CasePicker.PatternVariables(arm.Pattern), start));
        }
        CasePicker.PickCase(Code.Of(value), governing, cases, otherwise, choice, isWrapped: SwitchConversion.MayConvert(governing));
        foreach (var (arm, start) in arms)
        {
            Builder.Mark(start);
            Store(result, arm.Expression);
            Builder.Jump(end);
        }
        Builder.Mark(noMatch);
        Builder.Emit(Code.Of("throw ", NoMatch(value)), neverCompletes: true);
        Builder.Mark(end);
        return Code.Of(result);
    }

    /// <summary>What C# throws where no arm matches.</summary>
    private Code NoMatch(Variable value)
        => Context.Known.HasSwitchExpressionException
            ? Code.Of("new global::System.Runtime.CompilerServices.SwitchExpressionException(", value, ");")
            : Code.Of("new global::System.InvalidOperationException();");

    // c ? yield(a) : b
    // ---->
    // if (!c) goto Else; yield(a); chosen1 = sent; goto End; Else: chosen1 = b; End:      and chosen1 is its value
    public Code Conditional(ConditionalExpressionSyntax conditional)
    {
        if (!Context.Suspensions.Suspends(conditional.WhenTrue) && !Context.Suspensions.Suspends(conditional.WhenFalse))
        {
            return Printer.Print(
                conditional, new Dictionary<SyntaxNode, Code> { [conditional.Condition] = Conditions.Condition(conditional.Condition) });
        }
        var type = Context.TypeOf(conditional) ?? Context.ConvertedTypeOf(conditional);
        if (type is null || conditional.WhenTrue is RefExpressionSyntax)
            return Refuse(conditional);
        var result = Variables.Temporary("chosen", type, conditional);
        var otherwise = Regions.NewLabel("Else");
        var end = Regions.NewLabel("End");
        Conditions.Branch(conditional.Condition, false, otherwise);
        Store(result, conditional.WhenTrue);
        Builder.Jump(end);
        Builder.Mark(otherwise);
        Store(result, conditional.WhenFalse);
        Builder.Mark(end);
        return Code.Of(result);
    }

    // a ?? yield(b)
    // ---->
    // left1 = a; if (left1 is not null) goto End; yield(b); left1 = sent; End:      and left1 is its value
    public Code Coalesce(BinaryExpressionSyntax binary)
    {
        if (Context.TypeOf(binary) is not { } type || Context.TypeOf(binary.Left) is not { } leftType)
            return Refuse(binary);
        bool isNullableValue = leftType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var left = Variables.Temporary("left", leftType, binary.Left);
        var result = SymbolEqualityComparer.Default.Equals(leftType, type) ? left : Variables.Temporary("chosen", type, binary);
        var otherwise = Regions.NewLabel("Else");
        var end = Regions.NewLabel("End");
        Builder.Declare(left, Lower(binary.Left));
        if (result == left)
            Builder.Branch(Code.Of(left, " is null"), false, end);
        else
        {
            Builder.Branch(Code.Of(left, " is null"), true, otherwise);
            Builder.Declare(result, isNullableValue ? Code.Of(left, ".GetValueOrDefault()") : Code.Of(left));
            Builder.Jump(end);
            Builder.Mark(otherwise);
        }
        Store(result, binary.Right);
        Builder.Mark(end);
        return Code.Of(result);
    }

    private void Store(Variable result, ExpressionSyntax value)
    {
        if (value is ThrowExpressionSyntax @throw)
            Builder.Emit(Code.Of("throw ", Lower(@throw.Expression), ";"), neverCompletes: true);
        else
            Builder.At(Context.Tokens.Of(value), () => Builder.Declare(result, Lower(value)));
    }
}
