using CoroutineGen.Generator.Lowering.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Statements that leave what is copied, for a place that was flattened.</summary>
internal sealed class ExitRewriter(LoweringContext context, IExitCodes exits)
{
    /// <summary>
    /// return x;    ---->    { result.Value = f.x; return Closed; }
    /// break;       ---->    goto End;
    /// throw;       ---->    throw Fault.Rethrow(f.thrown);
    /// </summary>
    public bool TryRewrite(StatementSyntax statement, SyntaxCopier copier)
    {
        var exit = statement switch
        {
            ReturnStatementSyntax @return when !context.Closures.Contain(@return)
                => exits.Return(@return, @return.Expression is { } value ? copier.CopyApart(value) : null),
            BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => exits.Jump(statement),
            ThrowStatementSyntax { Expression: null } @throw => exits.Rethrow(@throw),
            _ => null,
        };
        if (exit is null)
            return false;
        copier.Output.Replace(statement, exit);
        return true;
    }
}
