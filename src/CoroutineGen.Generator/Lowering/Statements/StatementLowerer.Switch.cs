using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Expressions;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>switch: a switch that only jumps picks the section; the sections stand behind it, where a dispatch can reach them.</summary>
internal sealed partial class StatementLowerer
{
    // switch (x) { case 1: A; break; case int n when n > 5: B; goto case 1; default: D; break; }
    // ---->
    // switch (f.x) { case 1: goto Case1; case int n1 when (f.n = n1) is var _ && (f.n > 5): goto Case2; default: goto Case3; }
    // Case1: A; goto End; Case2: B; goto Case1; Case3: D; End:
    //
    // switch (yield(1)) { case 1: F(); break; }    ---->  current = 1; return 1; Resumed1: switch (sent) { case 1: F(); break; }
    private void Switch(SwitchStatementSyntax @switch)
    {
        var value = _expressions.Lower(@switch.Expression);
        if (!@switch.Sections.Any(s => Suspends(s)))
        {
            _builder.Emit(
                _printer.Print(@switch, new Dictionary<SyntaxNode, Code> { [@switch.Expression] = value }),
                neverCompletes: NeverCompletes(@switch));
            return;
        }
        EnterScope(@switch);
        var end = _regions.NewLabel("End");
        _targets.SetTarget(@switch, onBreak: end, onContinue: end);
        var otherwise = end;
        var cases = new List<Case>();
        var sections = @switch.Sections.Select(s => (Section: s, Start: _regions.NewLabel("Case", JumpTo(s)))).ToList();
        foreach (var (section, start) in sections)
        {
            DeclareLabels(section.Statements);
            foreach (var label in section.Labels)
            {
                _targets.SetSection(label, start);
                switch (label)
                {
                    case DefaultSwitchLabelSyntax:
                        otherwise = start;
                        break;
                    case CaseSwitchLabelSyntax constant:
                        cases.Add(new Case(constant.Value, null, ImmutableArray<Variable>.Empty, start));
                        break;
                    case CasePatternSwitchLabelSyntax pattern:
                        var declared = _expressions.CasePicker.PatternVariables(pattern.Pattern);
                        cases.Add(new Case(pattern.Pattern, pattern.WhenClause?.Condition, declared, start));
                        break;
                }
            }
        }
        var governing = SwitchConversion.GoverningType(@switch, _context.Model, _context.Cancellation);
        _expressions.CasePicker.PickCase(value, governing, cases, otherwise, @switch);
        foreach (var (section, start) in sections)
        {
            _builder.Mark(start);
            LowerStatements(section.Statements, 0);
        }
        _builder.Mark(end);
    }

    // case 1: case 2: ..    ---->  goto case 1
    private static string JumpTo(SwitchSectionSyntax section)
        => section.Labels.OfType<CaseSwitchLabelSyntax>().FirstOrDefault() is { } label
            ? "goto case " + string.Concat(label.Value.DescendantTokens().Select(t => t.Text)) : "goto default";
}
