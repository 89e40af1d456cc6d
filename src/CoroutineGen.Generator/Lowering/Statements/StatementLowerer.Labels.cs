using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>The user's own labels.</summary>
internal sealed partial class StatementLowerer
{
    /// <summary>Declares the labels of a block before its statements are lowered: a goto may stand above its label.</summary>
    private void DeclareLabels(SyntaxList<StatementSyntax> statements)
    {
        foreach (var statement in statements)
        {
            for (var inner = statement; inner is LabeledStatementSyntax labeled; inner = labeled.Statement)
                _targets.SetLabel(
                    (ILabelSymbol)_context.Model.GetDeclaredSymbol(labeled, _context.Cancellation)!,
                    _regions.NewLabel(labeled.Identifier.ValueText, "goto " + labeled.Identifier.ValueText));
        }
    }

    // again: yield(1); if (c) goto again;
    // ---->
    // again: current = 1; return 1; Resumed1: if (c) goto again;
    private void Labeled(LabeledStatementSyntax labeled)
    {
        MarkLabels(labeled);
        LowerStatement(WithoutLabels(labeled));
    }

    private void MarkLabels(StatementSyntax statement)
    {
        for (; statement is LabeledStatementSyntax labeled; statement = labeled.Statement)
            _builder.Mark(_targets.LabelOf((ILabelSymbol)_context.Model.GetDeclaredSymbol(labeled, _context.Cancellation)!));
    }

    private static StatementSyntax WithoutLabels(StatementSyntax statement)
    {
        while (statement is LabeledStatementSyntax labeled)
            statement = labeled.Statement;
        return statement;
    }
}
