using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Picking a case: one switch of the generated code, free of suspensions, picks the case and stores its pattern variables. A test that
/// suspends stands behind the switch; where it fails, a second switch picks among the cases that are left.
/// </summary>
internal sealed partial class ExpressionLowerer
{
    /// <param name="value">The value, as code that may be evaluated any number of times where a case suspends.</param>
    /// <param name="type">Its type.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="otherwise">Where to go on where none matches.</param>
    /// <param name="place">The switch.</param>
    /// <param name="isWrapped">
    /// Whether the statement that picks would convert the value, as the user's expression does not: a tuple of one hides it.
    /// "v switch { P => .. }" ----> "switch (new ValueTuple&lt;T&gt;(v)) { case { Item1: P }: .. }"
    /// </param>
    public void PickCase(
        Code value, ITypeSymbol? type, IReadOnlyList<Case> cases, Label otherwise, SyntaxNode place, bool isWrapped = false)
    {
        if (isWrapped && (type!.IsRefLikeType || !_context.Known.HasTupleOfOne))
        {
            Refuse(place, "a switch expression over a value that a switch statement would convert, and that no tuple can hide");
            return;
        }
        bool suspends = cases.Any(c => _context.Suspensions.Suspends(c.Test));
        if (suspends && type is null)
        {
            Refuse(place);
            return;
        }
        if (!suspends)
        {
            Pick(value, cases, otherwise, null, isWrapped ? type : null, isWrapped);
            return;
        }
        var kept = _variables.Temporary("value", type!, place);
        _emitter.Declare(kept, value);
        if (!cases.SelectMany(c => c.Pattern.DescendantNodesAndSelf()).Any(p => KeptReads.IsNeeded(p, _context)))
        {
            Pick(Code.Of(kept), cases, otherwise, null, type, isWrapped);
            return;
        }
        var reads = new KeptReads(_context, _variables, _printer);
        var picked = _emitter.Region(() => Pick(Code.Of(kept), cases, otherwise, reads, type, isWrapped));
        if (reads.Flags.Count > 0)
            _emitter.Run(Code.Of([.. reads.Flags.SelectMany(flag => (object[])[flag, " = "]), "false;"]));
        foreach (var instruction in picked)
            _emitter.Add(instruction);
    }

    private void Pick(
        Code value, IReadOnlyList<Case> cases, Label otherwise, KeptReads? reads, ITypeSymbol? type, bool isWrapped)
    {
        var governing = isWrapped
            ? Code.Of($"new global::System.ValueTuple<{TypeText.Of(type!)}>(", value, ")")
            : value;
        var arms = ImmutableArray.CreateBuilder<DispatchArm>();
        foreach (var one in cases)
        {
            bool suspends = _context.Suspensions.Suspends(one.Test);
            var matches = reads is not null && one.Pattern is PatternSyntax pattern
                && pattern.DescendantNodesAndSelf().Any(p => KeptReads.IsNeeded(p, _context))
                ? reads.Test(pattern, value, type!, "")
                : null;
            var label = matches is null
                ? LabelOf(one, withTest: !suspends, isWrapped)
                : new(
                    Code.Of(
                        "case var _ when ", matches,
                        one.Test is null || suspends ? Code.Empty : Code.Of(" && (", _printer.Print(one.Test), ")"), ":"),
                    _context.Tokens.Of(one.Pattern));
            if (!suspends)
            {
                AddArm(arms, new DispatchArm(ImmutableArray.Create(label), matches is null ? AssignmentsOf(one) : Code.Empty, one.Target));
                continue;
            }
            var test = _regions.NewLabel("Test");
            var rest = _regions.NewLabel("Rest");
            arms.Add(new DispatchArm(ImmutableArray.Create(label), matches is null ? Stores(one.Variables, "") : Code.Empty, test));
            arms.Add(new DispatchArm(ImmutableArray.Create(new CaseLabel(Code.Of("default:"))), Code.Empty, rest));
            _emitter.Add(new Dispatch(governing, arms.ToImmutable()) { Token = _emitter.Token, Overflow = _emitter.Overflow });
            arms.Clear();
            _emitter.Mark(test);
            _emitter.At(_context.Tokens.Of(one.Test!), () => Branch(one.Test!, true, one.Target));
            _emitter.Mark(rest);
        }
        arms.Add(new DispatchArm(ImmutableArray.Create(new CaseLabel(Code.Of("default:"))), Code.Empty, otherwise));
        if (arms.Count == 1)
            _emitter.Jump(otherwise);
        else
            _emitter.Add(new Dispatch(governing, arms.ToImmutable()) { Token = _emitter.Token, Overflow = _emitter.Overflow });
    }

    /// <summary>Labels of one section stand above one goto.</summary>
    private static void AddArm(ImmutableArray<DispatchArm>.Builder arms, DispatchArm arm)
    {
        if (arms.Count > 0 && arms[arms.Count - 1] is var last && last.Target == arm.Target
            && last.Assignments.Pieces.IsEmpty && arm.Assignments.Pieces.IsEmpty)
            arms[arms.Count - 1] = last with { Labels = last.Labels.AddRange(arm.Labels) };
        else
            arms.Add(arm);
    }

    private CaseLabel LabelOf(Case one, bool withTest, bool isWrapped)
    {
        var pattern = one.Pattern is DiscardPatternSyntax ? Code.Of("var _") : _printer.Print(one.Pattern);
        if (isWrapped)
            pattern = Code.Of("{ Item1: ", pattern, " }");
        if (one.Test is null || !withTest)
            return new(Code.Of("case ", pattern, ":"));
        // The test already reads the hoisted variables, so they are stored before it.
        var test = _printer.Print(one.Test);
        return new(
            one.Variables.IsEmpty
                ? Code.Of("case ", pattern, " when ", test, ":")
                : Code.Of("case ", pattern, " when ", Stores(one.Variables, " && "), "(", test, "):"),
            _context.Tokens.Of(one.Pattern));
    }

    private static Code AssignmentsOf(Case one) => one.Test is null ? Stores(one.Variables, "") : Code.Empty;

    /// <summary>Stores pattern variables, as statements or, with an operator, as terms of a condition that always hold.</summary>
    private static Code Stores(ImmutableArray<Variable> variables, string @operator)
    {
        var parts = new List<object>();
        foreach (var variable in variables)
        {
            parts.Add(@operator.Length == 0 ? "" : "(");
            parts.Add(variable);
            parts.Add(" = ");
            parts.Add(new PatternVariablePiece(variable));
            parts.Add(@operator.Length == 0 ? "; " : ") is var _" + @operator);
        }
        return Code.Of([.. parts]);
    }

    public ImmutableArray<Variable> PatternVariables(SyntaxNode pattern)
        => pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
            .Select(d => _variables.Find(_context.Model.GetDeclaredSymbol(d, _context.Cancellation)))
            .OfType<Variable>().ToImmutableArray();

    /// <summary>A switch expression: each arm stores its value.</summary>
    private Code Choice(SwitchExpressionSyntax choice)
    {
        if (!choice.Arms.Any(_context.Suspensions.Suspends))
            return WithOperands(choice, [choice.GoverningExpression]);
        var type = _context.TypeOf(choice) ?? _context.ConvertedTypeOf(choice);
        var governing = _context.TypeOf(choice.GoverningExpression);
        if (type is null || governing is null)
            return Refuse(choice);
        var value = _variables.Temporary("value", governing, choice.GoverningExpression);
        _emitter.Declare(value, Lower(choice.GoverningExpression));
        var result = _variables.Temporary("chosen", type, choice);
        var noMatch = _regions.NewLabel("NoMatch");
        var end = _regions.NewLabel("End");
        var cases = new List<Case>();
        var arms = new List<(SwitchExpressionArmSyntax Arm, Label Start)>();
        var otherwise = noMatch;
        foreach (var arm in choice.Arms)
        {
            var start = _regions.NewLabel("Arm");
            arms.Add((arm, start));
            if (_variables.FindScope(arm) is { HasEnvironment: true } scope)
                _emitter.Add(new EnterScope(scope));
            if (arm.Pattern is DiscardPatternSyntax && arm.WhenClause is null)
                otherwise = start;
            else
                cases.Add(new Case(arm.Pattern, arm.WhenClause?.Condition, PatternVariables(arm.Pattern), start));
        }
        PickCase(Code.Of(value), governing, cases, otherwise, choice, isWrapped: SwitchConversion.MayConvert(governing));
        foreach (var (arm, start) in arms)
        {
            _emitter.Mark(start);
            Store(result, arm.Expression);
            _emitter.Jump(end);
        }
        _emitter.Mark(noMatch);
        _emitter.Run(Code.Of("throw ", NoMatch(value)), leaves: true);
        _emitter.Mark(end);
        return Code.Of(result);
    }

    /// <summary>What C# throws where no arm matches.</summary>
    private Code NoMatch(Variable value)
        => _context.Known.HasSwitchExpressionException
            ? Code.Of("new global::System.Runtime.CompilerServices.SwitchExpressionException(", value, ");")
            : Code.Of("new global::System.InvalidOperationException();");
}

/// <summary>A case of a switch.</summary>
/// <param name="Pattern">The pattern or the constant.</param>
/// <param name="Test">The condition behind "when"; null for none.</param>
/// <param name="Variables">What the pattern declares.</param>
/// <param name="Target">Where to go on where it matches.</param>
internal sealed record Case(SyntaxNode Pattern, ExpressionSyntax? Test, ImmutableArray<Variable> Variables, Label Target);
