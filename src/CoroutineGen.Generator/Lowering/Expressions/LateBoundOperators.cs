using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Compound assignments to dynamic places. The binder is told by C# that a value comes from one: it then narrows the value to what the
/// place holds. C# says that with nothing but the compound assignment itself, so the generated code speaks to the binder.
/// </summary>
internal sealed class LateBoundOperators(ExpressionLowerer root) : ExpressionPart(root)
{
    private const string Binder = "global::Microsoft.CSharp.RuntimeBinder.";

    private const string CallSite = "global::System.Runtime.CompilerServices.CallSite";

    /// <summary>
    /// A place that the binder looks up; a member may turn out to be an event, which is not read.
    /// <code>
    /// d.P += yield(x)    ---->    isEvent1 = IsEvent(d); old1 = isEvent1 ? null : d.P; yield; added1 = sent;
    ///                             if (isEvent1) d.P += added1; else { old1 += added1; set(d, old1); }
    /// </code>
    /// </summary>
    public Code LateCompound(AssignmentExpressionSyntax assignment, Dictionary<SyntaxNode, Code> replacements)
    {
        var left = LateBinding.Inner(assignment.Left);
        var place = left switch
        {
            MemberAccessExpressionSyntax member => new LatePlace(member.Expression, member.Name.Identifier.ValueText, []),
            ElementAccessExpressionSyntax element => new LatePlace(element.Expression, null, element.ArgumentList.Arguments),
            MemberBindingExpressionSyntax member when Receivers.Bound(member) is { } bound
                => new LatePlace(bound, member.Name.Identifier.ValueText, []),
            ElementBindingExpressionSyntax element when Receivers.Bound(element) is { } bound
                => new LatePlace(bound, null, element.ArgumentList.Arguments),
            _ => null,
        };
        if (place is null || Context.TypeOf(place.Receiver) is not { } receiverType
            || receiverType is { IsReferenceType: false, TypeKind: not TypeKind.Dynamic }
            || place.Arguments.Any(a => a.RefKindKeyword.RawKind != (int)SyntaxKind.None)
            || Operands.KeptType(assignment.Right) is not { } rightType)
            return Refuse(assignment);
        var receiver = left is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            && left.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(a => a.Expression == place.Receiver) is { } access
                ? Printer.Receivers[access]
                : Printed(place.Receiver, replacements);
        var target = Printer.Print(left, replacements);
        var dynamic = Context.Model.Compilation.DynamicType;
        var old = Variables.Temporary("old", dynamic, left);
        var isEvent = place.Member is not null && MayBeHandler(assignment, rightType) ? IsEvent(place, receiver, left) : null;
        Builder.Declare(old, isEvent is null ? target : Code.Of(isEvent, " ? null : ", target));
        var added = Variables.Temporary("added", rightType, assignment.Right);
        Builder.Declare(added, Lower(assignment.Right));
        var result = Variables.Temporary("result", dynamic, assignment);
        var end = Regions.NewLabel("End");
        if (isEvent is not null)
        {
            var isValue = Regions.NewLabel("Value");
            Builder.Branch(Code.Of(isEvent), false, isValue);
            Builder.Declare(result, Code.Of(target, $" {assignment.OperatorToken.Text} ", added));
            Builder.Jump(end);
            Builder.Mark(isValue);
        }
        Builder.Emit(Code.Of(old, $" {assignment.OperatorToken.Text} ", added, ";"));
        var site = Setter(place, receiverType, left);
        var values = new List<object> { site, ".Target(", site, ", ", receiver };
        foreach (var argument in place.Arguments)
            values.AddRange([", ", Printed(argument.Expression, replacements)]);
        Builder.Declare(result, Code.Of([.. values, ", ", old, ")"]));
        Builder.Mark(end);
        return Context.Model.GetOperation(assignment, Context.Cancellation)?.Parent is IExpressionStatementOperation
            ? Code.Empty
            : Code.Of(result);
    }

    /// <summary>
    /// The "&amp;" of "&amp;&amp;", of which the binder is told, because it then asks an operator "false" of the user's once more.
    /// <code>
    /// d &amp;&amp; yield(x)    ---->    left1 = d; (false decides); yield; and(left1, sent)
    /// </code>
    /// </summary>
    public Code LateLogical(BinaryExpressionSyntax binary, Variable left, ITypeSymbol leftType, Code right)
    {
        var rightType = Operands.KeptType(binary.Right) ?? Context.Model.Compilation.DynamicType;
        string kind = "global::System.Linq.Expressions.ExpressionType." + (binary.IsKind(SyntaxKind.LogicalAndExpression) ? "And" : "Or");
        string told = $"new[] {{ {Told(leftType, null, binary.Left)}, {Told(rightType, null, binary.Right)} }}";
        var site = Site(
            $"{CallSite}, {Static(leftType)}, {Static(rightType)}, object",
            $"BinaryOperation({Flag("BinaryOperationLogical")}, {kind}, typeof({Host}), {told})", binary);
        return Code.Of(site, ".Target(", site, ", ", left, ", ", right, ")");
    }

    private Code Printed(ExpressionSyntax operand, Dictionary<SyntaxNode, Code> replacements)
        => replacements.TryGetValue(operand, out var kept) ? kept : Printer.Print(operand, replacements);

    /// <summary>Only a delegate can be added to an event; what is known to be none spares the question.</summary>
    private static bool MayBeHandler(AssignmentExpressionSyntax assignment, ITypeSymbol right)
        => assignment.RawKind is (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression
            && (right.TypeKind is TypeKind.Delegate or TypeKind.Dynamic || right.SpecialType
                is SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate);

    private Variable IsEvent(LatePlace place, Code receiver, SyntaxNode left)
    {
        var site = Site($"{CallSite}, object, bool", $"IsEvent({Flag("None")}, \"{place.Member}\", typeof({Host}))", left);
        var isEvent = Variables.Temporary("isEvent", "bool", null, left);
        Builder.Declare(isEvent, Code.Of(site, ".Target(", site, ", ", receiver, ")"));
        return isEvent;
    }

    private Variable Setter(LatePlace place, ITypeSymbol receiverType, SyntaxNode left)
    {
        var arguments = place.Arguments
            .Select(a => (Type: Operands.KeptType(a.Expression)!, Name: a.NameColon?.Name.Identifier.ValueText, a.Expression))
            .ToList();
        string types = string.Join(", ", arguments.Select(a => Static(a.Type)).Prepend(Static(receiverType)));
        var told = arguments.Select(a => Told(a.Type, a.Name, a.Expression)).Prepend(Told(receiverType, null, place.Receiver))
            .Append($"{Binder}CSharpArgumentInfo.Create({Binder}CSharpArgumentInfoFlags.None, null)");
        string flag = Flag("ValueFromCompoundAssignment");
        string what = place.Member is { } member ? $"SetMember({flag}, \"{member}\"" : $"SetIndex({flag}";
        return Site(
            $"{CallSite}, {types}, object, object", $"{what}, typeof({Host}), new[] {{ {string.Join(", ", told)} }})", left);
    }

    private Variable Site(string signature, string binder, SyntaxNode left)
    {
        string type = $"{CallSite}<global::System.Func<{signature}>>";
        var site = Variables.Temporary("site", type, null, left);
        Builder.Declare(site, Code.Of($"{type}.Create({Binder}Binder.{binder})"));
        return site;
    }

    /// <summary>What C# tells the binder of an argument: the type that it has at compile time, whether it is constant, its name.</summary>
    private string Told(ITypeSymbol type, string? name, ExpressionSyntax expression)
    {
        var flags = new List<string>();
        if (type.TypeKind != TypeKind.Dynamic)
            flags.Add("UseCompileTimeType");
        if (Context.Model.GetConstantValue(expression, Context.Cancellation).HasValue)
            flags.Add("Constant");
        if (name is not null)
            flags.Add("NamedArgument");
        string all = string.Join(" | ", flags.DefaultIfEmpty("None").Select(f => $"{Binder}CSharpArgumentInfoFlags.{f}"));
        return $"{Binder}CSharpArgumentInfo.Create({all}, {(name is null ? "null" : $"\"{name}\"")})";
    }

    private static string Static(ITypeSymbol type)
        => type.TypeKind == TypeKind.Dynamic ? "object" : TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None));

    private static string Flag(string name) => $"{Binder}CSharpBinderFlags.{name}";

    private string Host => TypeText.Of(Context.Symbol.ContainingType);

    /// <summary>A member, or an element, that the binder looks up.</summary>
    private sealed record LatePlace(ExpressionSyntax Receiver, string? Member, IReadOnlyList<ArgumentSyntax> Arguments);
}
