using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// switch: one switch of the generated code, free of suspensions, picks the section and stores its pattern variables; the sections stand
/// outside of it.
/// </summary>
internal sealed partial class StatementLowerer
{
    private void Switch(SwitchStatementSyntax @switch)
    {
        foreach (var filter in @switch.DescendantNodes().OfType<WhenClauseSyntax>())
        {
            if (Suspends(filter) && filter.FirstAncestorOrSelf<SwitchStatementSyntax>() == @switch)
                Refuse(filter, "a 'when' clause");
        }
        var value = _expressions.Lower(@switch.Expression);
        if (!@switch.Sections.Any(s => Suspends(s)))
        {
            _emitter.Run(
                _printer.Print(@switch, new Dictionary<SyntaxNode, Code> { [@switch.Expression] = value }), leaves: Leaves(@switch));
            return;
        }
        EnterScope(@switch);
        var end = _exits.NewLabel("End");
        _exits.SetTarget(@switch, onBreak: end, onContinue: end);
        var bodies = @switch.Sections.Select(s => (Section: s, Start: _exits.NewLabel("Case"))).ToList();
        foreach (var (section, start) in bodies)
        {
            foreach (var label in section.Labels)
                _exits.SetSection(label, start);
            DeclareLabels(section.Statements);
        }
        var arms = bodies.Select(b => Arm(b.Section, b.Start)).ToList();
        bool hasDefault = @switch.Sections.Any(s => s.Labels.Any(l => l is DefaultSwitchLabelSyntax));
        if (!hasDefault)
            arms.Add(new DispatchArm(ImmutableArray.Create(Code.Of("default:")), Code.Empty, end));
        _emitter.Add(new Dispatch(value, arms.ToImmutableArray()) { Token = _emitter.Token });
        foreach (var (section, start) in bodies)
        {
            _emitter.Mark(start);
            LowerStatements(section.Statements, 0);
        }
        _emitter.Mark(end);
    }

    private DispatchArm Arm(SwitchSectionSyntax section, Label start)
    {
        var labels = ImmutableArray.CreateBuilder<Code>();
        var assignments = Code.Empty;
        foreach (var label in section.Labels)
        {
            var variables = label.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
                .Select(d => _variables.Find(_context.Model.GetDeclaredSymbol(d, _context.Cancellation)))
                .OfType<Variable>().ToImmutableArray();
            if (label is CasePatternSwitchLabelSyntax { WhenClause: { } when } pattern && !variables.IsEmpty)
            {
                // The test already reads the hoisted variables, so they are stored before it.
                labels.Add(Code.Of(
                    "case ", _printer.Print(pattern.Pattern), " when ", Stores(variables, " && "), "(", _printer.Print(when.Condition), "):"));
                continue;
            }
            labels.Add(_printer.Print(label));
            if (!variables.IsEmpty)
                assignments = Stores(variables, "");
        }
        return new DispatchArm(labels.ToImmutable(), assignments, start);
    }

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
}
