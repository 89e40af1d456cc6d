using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Compound assignments to dynamic places. The binder is told by C# that a value comes from one: it then narrows the value to what the
/// place holds. C# says that with nothing but the compound assignment itself, so the generated code speaks to the binder.
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private const string Binder = "global::Microsoft.CSharp.RuntimeBinder.";
    private const string CallSite = "global::System.Runtime.CompilerServices.CallSite";

    /// <summary>
    /// A place of type dynamic that is found at compile time holds whatever the operator gives.
    /// <code>
    /// h.D += yield(x)    ---->    old1 = h.D; yield; old1 += sent; h.D = old1
    /// </code>
    /// </summary>
    private Code DynamicCompound(AssignmentExpressionSyntax assignment, ITypeSymbol type, Dictionary<SyntaxNode, Code> replacements)
    {
        var target = _printer.Print(assignment.Left, replacements);
        var old = _variables.Temporary("old", type, assignment.Left);
        _emitter.Declare(old, target);
        var right = Lower(assignment.Right);
        _emitter.Run(Code.Of(old, $" {assignment.OperatorToken.Text} ", right, ";"));
        return Code.Of(target, " = ", old);
    }

    /// <summary>
    /// A place that the binder looks up; a member may turn out to be an event, which is not read.
    /// <code>
    /// d.P += yield(x)    ---->    isEvent1 = IsEvent(d); old1 = isEvent1 ? null : d.P; yield; added1 = sent;
    ///                             if (isEvent1) d.P += added1; else { old1 += added1; set(d, old1); }
    /// </code>
    /// </summary>
    private Code LateCompound(AssignmentExpressionSyntax assignment, Dictionary<SyntaxNode, Code> replacements)
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
        if (place is null || _context.TypeOf(place.Receiver) is not { } receiverType
            || receiverType is { IsReferenceType: false, TypeKind: not TypeKind.Dynamic }
            || place.Arguments.Any(a => a.RefKindKeyword.RawKind != (int)SyntaxKind.None)
            || KeptType(assignment.Right) is not { } rightType)
            return Refuse(assignment);
        var receiver = left is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            && left.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(a => a.Expression == place.Receiver) is { } access
                ? _printer.Receivers[access]
                : Printed(place.Receiver, replacements);
        var target = _printer.Print(left, replacements);
        var dynamic = _context.Model.Compilation.DynamicType;
        var old = _variables.Temporary("old", dynamic, left);
        var isEvent = place.Member is not null && MayBeHandler(assignment, rightType) ? IsEvent(place, receiver, left) : null;
        _emitter.Declare(old, isEvent is null ? target : Code.Of(isEvent, " ? null : ", target));
        var added = _variables.Temporary("added", rightType, assignment.Right);
        _emitter.Declare(added, Lower(assignment.Right));
        var result = _variables.Temporary("result", dynamic, assignment);
        var end = _regions.NewLabel("End");
        if (isEvent is not null)
        {
            var isValue = _regions.NewLabel("Value");
            _emitter.Branch(Code.Of(isEvent), false, isValue);
            _emitter.Declare(result, Code.Of(target, $" {assignment.OperatorToken.Text} ", added));
            _emitter.Jump(end);
            _emitter.Mark(isValue);
        }
        _emitter.Run(Code.Of(old, $" {assignment.OperatorToken.Text} ", added, ";"));
        var site = Setter(place, receiverType, left);
        var values = new List<object> { site, ".Target(", site, ", ", receiver };
        foreach (var argument in place.Arguments)
            values.AddRange([", ", Printed(argument.Expression, replacements)]);
        _emitter.Declare(result, Code.Of([.. values, ", ", old, ")"]));
        _emitter.Mark(end);
        return _context.Model.GetOperation(assignment, _context.Cancellation)?.Parent is IExpressionStatementOperation
            ? Code.Empty
            : Code.Of(result);
    }

    /// <summary>
    /// The "&amp;" of "&amp;&amp;", of which the binder is told, because it then asks an operator "false" of the user's once more.
    /// <code>
    /// d &amp;&amp; yield(x)    ---->    left1 = d; (false decides); yield; and(left1, sent)
    /// </code>
    /// </summary>
    private Code LateLogical(BinaryExpressionSyntax binary, Variable left, ITypeSymbol leftType, Code right)
    {
        var rightType = KeptType(binary.Right) ?? _context.Model.Compilation.DynamicType;
        string kind = "global::System.Linq.Expressions.ExpressionType." + (binary.IsKind(SyntaxKind.LogicalAndExpression) ? "And" : "Or");
        string told = $"new[] {{ {Told(leftType, null, binary.Left)}, {Told(rightType, null, binary.Right)} }}";
        var site = Site(
            $"{CallSite}, {Static(leftType)}, {Static(rightType)}, object",
            $"BinaryOperation({Flag("BinaryOperationLogical")}, {kind}, typeof({Host}), {told})", binary);
        return Code.Of(site, ".Target(", site, ", ", left, ", ", right, ")");
    }

    private bool IsLateOr(ExpressionSyntax condition)
        => condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either
            && _context.TypeOf(either) is { TypeKind: TypeKind.Dynamic } && _context.Suspensions.Suspends(either.Right);

    /// <summary>A condition that the generated code tests where the user does.</summary>
    public Code Condition(ExpressionSyntax condition)
    {
        if (!IsLateOr(LateBinding.Inner(condition)))
            return Lower(condition);
        var holds = _variables.Temporary("holds", "bool", null, condition);
        var no = _regions.NewLabel("No");
        var end = _regions.NewLabel("End");
        Branch(condition, false, no);
        _emitter.Declare(holds, Code.Of("true"));
        _emitter.Jump(end);
        _emitter.Mark(no);
        _emitter.Declare(holds, Code.Of("false"));
        _emitter.Mark(end);
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
        var dynamic = _context.Model.Compilation.DynamicType;
        var leftType = _context.TypeOf(either.Left) ?? dynamic;
        var left = _variables.Temporary("left", leftType, either.Left);
        _emitter.Declare(left, Lower(either.Left));
        var skip = _regions.NewLabel("Skip");
        _emitter.Branch(Code.Of(left, " ? true : false"), true, when ? target : skip);
        var chosen = _variables.Temporary("chosen", dynamic, either);
        _emitter.Declare(chosen, LateLogical(either, left, leftType, Grouped(either.Right, Lower(either.Right))));
        _emitter.Branch(Code.Of(chosen, " ? true : false"), when, target);
        _emitter.Mark(skip);
    }

    private Code Printed(ExpressionSyntax operand, Dictionary<SyntaxNode, Code> replacements)
        => replacements.TryGetValue(operand, out var kept) ? kept : _printer.Print(operand, replacements);

    /// <summary>Only a delegate can be added to an event; what is known to be none spares the question.</summary>
    private static bool MayBeHandler(AssignmentExpressionSyntax assignment, ITypeSymbol right)
        => assignment.RawKind is (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression
            && (right.TypeKind is TypeKind.Delegate or TypeKind.Dynamic || right.SpecialType
                is SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate);

    private Variable IsEvent(LatePlace place, Code receiver, SyntaxNode left)
    {
        var site = Site($"{CallSite}, object, bool", $"IsEvent({Flag("None")}, \"{place.Member}\", typeof({Host}))", left);
        var isEvent = _variables.Temporary("isEvent", "bool", null, left);
        _emitter.Declare(isEvent, Code.Of(site, ".Target(", site, ", ", receiver, ")"));
        return isEvent;
    }

    private Variable Setter(LatePlace place, ITypeSymbol receiverType, SyntaxNode left)
    {
        var arguments = place.Arguments
            .Select(a => (Type: KeptType(a.Expression)!, Name: a.NameColon?.Name.Identifier.ValueText, a.Expression))
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
        var site = _variables.Temporary("site", type, null, left);
        _emitter.Declare(site, Code.Of($"{type}.Create({Binder}Binder.{binder})"));
        return site;
    }

    /// <summary>What C# tells the binder of an argument: the type that it has at compile time, whether it is constant, its name.</summary>
    private string Told(ITypeSymbol type, string? name, ExpressionSyntax expression)
    {
        var flags = new List<string>();
        if (type.TypeKind != TypeKind.Dynamic)
            flags.Add("UseCompileTimeType");
        if (_context.Model.GetConstantValue(expression, _context.Cancellation).HasValue)
            flags.Add("Constant");
        if (name is not null)
            flags.Add("NamedArgument");
        string all = string.Join(" | ", flags.DefaultIfEmpty("None").Select(f => $"{Binder}CSharpArgumentInfoFlags.{f}"));
        return $"{Binder}CSharpArgumentInfo.Create({all}, {(name is null ? "null" : $"\"{name}\"")})";
    }

    private static string Static(ITypeSymbol type)
        => type.TypeKind == TypeKind.Dynamic ? "object" : TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None));

    private static string Flag(string name) => $"{Binder}CSharpBinderFlags.{name}";

    private string Host => TypeText.Of(_context.Symbol.ContainingType);

    /// <summary>A member, or an element, that the binder looks up.</summary>
    private sealed record LatePlace(ExpressionSyntax Receiver, string? Member, IReadOnlyList<ArgumentSyntax> Arguments);
}
