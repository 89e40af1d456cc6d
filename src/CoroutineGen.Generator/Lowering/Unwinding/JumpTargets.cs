using System.Globalization;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>The labels that the user's jumps lead to, in loops, switches and blocks that were flattened.</summary>
internal sealed class JumpTargets(LoweringContext context)
{
    private readonly Dictionary<SyntaxNode, (Label Break, Label Continue)> _targets = [];
    private readonly Dictionary<ILabelSymbol, Label> _labels = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SwitchLabelSyntax, Label> _sections = [];

    /// <summary>Notes where break and continue of a flattened loop or switch lead.</summary>
    public void SetTarget(SyntaxNode loop, Label onBreak, Label onContinue) => _targets[loop] = (onBreak, onContinue);

    /// <summary>Notes what a label of the user's became.</summary>
    public void SetLabel(ILabelSymbol symbol, Label label) => _labels[symbol] = label;

    /// <summary>What a label of the user's became.</summary>
    /// <exception cref="KeyNotFoundException">Its block has not been flattened: a fault of ours.</exception>
    public Label LabelOf(ILabelSymbol symbol) => _labels[symbol];

    /// <summary>Notes where a section of a flattened switch begins: a goto case may lead there.</summary>
    public void SetSection(SwitchLabelSyntax label, Label target) => _sections[label] = target;

    /// <summary>The label that a break, continue or goto of the user's leads to.</summary>
    /// <returns>Null where it stays within copied code.</returns>
    // break;          ---->  End1
    // continue;       ---->  Loop1 (while, foreach), Continue1 (do, for)
    // goto case 1;    ---->  Case1
    public Label? Of(StatementSyntax statement)
    {
        switch (statement)
        {
            case BreakStatementSyntax:
                return FindTarget(statement, IsLoopOrSwitch)?.Break;
            case ContinueStatementSyntax:
                return FindTarget(statement, IsLoop)?.Continue;
            case GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } jump:
                return context.Model.GetSymbolInfo(jump.Expression!, context.Cancellation).Symbol is ILabelSymbol symbol
                    && _labels.TryGetValue(symbol, out var label) ? label : null;
            case GotoStatementSyntax jump:
                return SectionOf(jump);
            default:
                return null;
        }
    }

    private (Label Break, Label Continue)? FindTarget(StatementSyntax statement, Func<SyntaxNode, bool> isTarget)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return null;
            if (isTarget(ancestor))
                return _targets.TryGetValue(ancestor, out var target) ? target : null;
        }
        return null;
    }

    /// <summary>"goto case 3": the section of the innermost switch that has this constant.</summary>
    private Label? SectionOf(GotoStatementSyntax jump)
    {
        var @switch = jump.Ancestors().OfType<SwitchStatementSyntax>().FirstOrDefault();
        if (@switch is null)
            return null;
        object? wanted = jump.Expression is null ? null : context.Model.GetConstantValue(jump.Expression, context.Cancellation).Value;
        foreach (var label in @switch.Sections.SelectMany(s => s.Labels))
        {
            bool matches = label switch
            {
                DefaultSwitchLabelSyntax => jump.IsKind(SyntaxKind.GotoDefaultStatement),
                CaseSwitchLabelSyntax @case => jump.IsKind(SyntaxKind.GotoCaseStatement)
                    && SameConstant(context.Model.GetConstantValue(@case.Value, context.Cancellation).Value, wanted),
                _ => false,
            };
            if (matches)
                return _sections.TryGetValue(label, out var target) ? target : null;
        }
        return null;
    }

    /// <summary>Constants of different integral types may meet: "case 1" of a long switch, and "goto case 1".</summary>
    private static bool SameConstant(object? left, object? right)
        => Equals(left, right)
            || (left is IConvertible a && right is IConvertible b && left is not string && right is not string
                && string.Equals(
                    Convert.ToString(left is char c ? (int)c : a, CultureInfo.InvariantCulture),
                    Convert.ToString(right is char d ? (int)d : b, CultureInfo.InvariantCulture),
                    StringComparison.Ordinal));

    /// <summary>Whether a break, continue or goto may lead out of a statement.</summary>
    public static bool LeadOutOf(SyntaxNode statement) => statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node switch
        {
            GotoStatementSyntax => true,
            BreakStatementSyntax => !Encloses(statement, node, IsLoopOrSwitch),
            ContinueStatementSyntax => !Encloses(statement, node, IsLoop),
            _ => false,
        });

    private static bool Encloses(SyntaxNode statement, SyntaxNode jump, Func<SyntaxNode, bool> isTarget)
        => jump.Ancestors().TakeWhile(a => a != statement.Parent).Any(isTarget);

    private static bool IsLoopOrSwitch(SyntaxNode node) => node is SwitchStatementSyntax || IsLoop(node);

    private static bool IsLoop(SyntaxNode node)
        => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}
