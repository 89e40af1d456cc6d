using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>while, do and for.</summary>
internal sealed partial class StatementLowerer
{
    // while (c) B
    // ---->
    // Loop: if (!(c)) goto End; B; goto Loop; End:      break: goto End, continue: goto Loop
    private void While(WhileStatementSyntax loop)
    {
        var start = _regions.NewLabel("Loop");
        var end = _regions.NewLabel("End");
        _targets.SetTarget(loop, onBreak: end, onContinue: start);
        _builder.Mark(start);
        EnterScope(loop);
        LeaveUnless(loop.Condition, end);
        LowerEmbedded(loop.Statement);
        _builder.Jump(start);
        _builder.Mark(end);
    }

    // do B while (c);
    // ---->
    // Loop: B; Continue: if (c) goto Loop; End:         break: goto End, continue: goto Continue
    private void Do(DoStatementSyntax loop)
    {
        var start = _regions.NewLabel("Loop");
        var next = _regions.NewLabel("Continue");
        var end = _regions.NewLabel("End");
        _targets.SetTarget(loop, onBreak: end, onContinue: next);
        _builder.Mark(start);
        LowerEmbedded(loop.Statement);
        _builder.Mark(next);
        _builder.Token = _context.Tokens.Of(loop.Condition);
        EnterScope(loop);
        _expressions.Conditions.Branch(loop.Condition, true, start);
        _builder.Mark(end);
    }

    // for (int i = 0; c; i++) B
    // ---->
    // f.i = 0; Loop: if (!(c)) goto End; B; Continue: f.i = f.i + 1; goto Loop; End:
    private void For(ForStatementSyntax loop)
    {
        EnterScope(loop);
        if (loop.Declaration is not null)
            Declarators(loop.Declaration);
        foreach (var initializer in loop.Initializers)
            _expressions.LowerStatement(initializer);
        var start = _regions.NewLabel("Loop");
        var next = _regions.NewLabel("Continue");
        var end = _regions.NewLabel("End");
        _targets.SetTarget(loop, onBreak: end, onContinue: next);
        _builder.Mark(start);
        if (loop.Condition is not null)
        {
            _builder.Token = _context.Tokens.Of(loop.Condition);
            EnterScope(loop.Condition);
            LeaveUnless(loop.Condition, end);
        }
        LowerEmbedded(loop.Statement);
        _builder.Mark(next);
        if (loop.Incrementors.Count > 0)
            EnterScope(loop.Incrementors[0]);
        foreach (var incrementor in loop.Incrementors)
        {
            _builder.Token = _context.Tokens.Of(incrementor);
            _expressions.LowerStatement(incrementor);
        }
        _builder.Jump(start);
        _builder.Mark(end);
    }

    /// <summary>The test of a loop. "while (true)" has none: with one, what follows would seem reachable.</summary>
    // while (c)       ---->  if (!(c)) goto End;
    // while (true)    ---->  nothing
    private void LeaveUnless(ExpressionSyntax condition, Label end)
    {
        if (_context.Model.GetConstantValue(condition, _context.Cancellation) is not { HasValue: true, Value: true })
            _expressions.Conditions.Branch(condition, false, end);
    }
}
