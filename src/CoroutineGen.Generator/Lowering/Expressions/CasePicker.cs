using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Picking a case: one switch of the generated code, free of suspensions, picks the case and stores its pattern variables. A test that
/// suspends stands behind the switch; where it fails, a second switch picks among the cases that are left.
/// </summary>
internal sealed class CasePicker(ExpressionLowerer root) : ExpressionPart(root)
{
    // case P when yield(a): S
    // ---->
    // switch (value1) { case P: goto Test; .. } Test: yield(a); if (!sent) goto the switch over the cases that are left; goto S
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
        if (isWrapped && (type!.IsRefLikeType || !Context.Known.HasTupleOfOne))
        {
            Refuse(place, "a switch expression over a value that a switch statement would convert, and that no tuple can hide");
            return;
        }
        bool suspends = cases.Any(c => Context.Suspensions.Suspends(c.Test));
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
        var kept = Variables.Temporary("value", type!, place);
        Builder.Declare(kept, value);
        if (!cases.SelectMany(c => c.Pattern.DescendantNodesAndSelf()).Any(p => KeptReads.IsNeeded(p, Context)))
        {
            Pick(Code.Of(kept), cases, otherwise, null, type, isWrapped);
            return;
        }
        var reads = new KeptReads(Context, Variables, Printer);
        var picked = Builder.Region(() => Pick(Code.Of(kept), cases, otherwise, reads, type, isWrapped));
        if (reads.Flags.Count > 0)
            Builder.Emit(Code.Of([.. reads.Flags.SelectMany(flag => (object[])[flag, " = "]), "false;"]));
        foreach (var instruction in picked)
            Builder.Add(instruction);
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
            bool suspends = Context.Suspensions.Suspends(one.Test);
            var matches = reads is not null && one.Pattern is PatternSyntax pattern
                && pattern.DescendantNodesAndSelf().Any(p => KeptReads.IsNeeded(p, Context))
                ? reads.Test(pattern, value, type!, "")
                : null;
            var label = matches is null
                ? LabelOf(one, withTest: !suspends, isWrapped)
                : new(
                    Code.Of(
                        "case var _ when ", matches,
                        one.Test is null || suspends ? Code.Empty : Code.Of(" && (", Printer.Print(one.Test), ")"), ":"),
                    Context.Tokens.Of(one.Pattern));
            if (!suspends)
            {
                AddArm(arms, new DispatchArm(ImmutableArray.Create(label), matches is null ? AssignmentsOf(one) : Code.Empty, one.Target));
                continue;
            }
            var test = Regions.NewLabel("Test");
            var rest = Regions.NewLabel("Rest");
            arms.Add(new DispatchArm(ImmutableArray.Create(label), matches is null ? Stores(one.Variables, "") : Code.Empty, test));
            arms.Add(new DispatchArm(ImmutableArray.Create(new CaseLabel(Code.Of("default:"))), Code.Empty, rest));
            Builder.Add(new Dispatch(governing, arms.ToImmutable()) { Token = Builder.Token, Overflow = Builder.Overflow });
            arms.Clear();
            Builder.Mark(test);
            Builder.At(Context.Tokens.Of(one.Test!), () => Conditions.Branch(one.Test!, true, one.Target));
            Builder.Mark(rest);
        }
        arms.Add(new DispatchArm(ImmutableArray.Create(new CaseLabel(Code.Of("default:"))), Code.Empty, otherwise));
        if (arms.Count == 1)
            Builder.Jump(otherwise);
        else
            Builder.Add(new Dispatch(governing, arms.ToImmutable()) { Token = Builder.Token, Overflow = Builder.Overflow });
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
        var pattern = one.Pattern is DiscardPatternSyntax ? Code.Of("var _") : Printer.Print(one.Pattern);
        if (isWrapped)
            pattern = Code.Of("{ Item1: ", pattern, " }");
        if (one.Test is null || !withTest)
            return new(Code.Of("case ", pattern, ":"));
        // The test already reads the hoisted variables, so they are stored before it.
        var test = Printer.Print(one.Test);
        return new(
            one.Variables.IsEmpty
                ? Code.Of("case ", pattern, " when ", test, ":")
                : Code.Of("case ", pattern, " when ", Stores(one.Variables, " && "), "(", test, "):"),
            Context.Tokens.Of(one.Pattern));
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
            .Select(d => Variables.Find(Context.Model.GetDeclaredSymbol(d, Context.Cancellation)))
            .OfType<Variable>().ToImmutableArray();
}
