using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>Labels of the user's.</summary>
internal sealed partial class StatementLowerer
{
    /// <summary>Labels are known in the whole block, before the statement that has them.</summary>
    private void DeclareLabels(SyntaxList<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            for (var inner = statement; inner is LabeledStatementSyntax labeled; inner = labeled.Statement)
                _targets.SetLabel(
                    (ILabelSymbol)_context.Model.GetDeclaredSymbol(labeled, _context.Cancellation)!,
                    _regions.NewLabel(labeled.Identifier.ValueText));
        }
    }

    private void Labeled(LabeledStatementSyntax labeled)
    {
        MarkLabels(labeled);
        LowerStatement(WithoutLabels(labeled));
    }

    private void MarkLabels(StatementSyntax statement)
    {
        for (; statement is LabeledStatementSyntax labeled; statement = labeled.Statement)
            _emitter.Mark(_targets.LabelOf((ILabelSymbol)_context.Model.GetDeclaredSymbol(labeled, _context.Cancellation)!));
    }

    private static StatementSyntax WithoutLabels(StatementSyntax statement)
    {
        while (statement is LabeledStatementSyntax labeled)
            statement = labeled.Statement;
        return statement;
    }
}
