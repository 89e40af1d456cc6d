using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>The jumps within copied statements that leave them for code that was flattened.</summary>
// if (c) return v;    ---->  if (c) { result.Value = v; return Closed; }
// if (c) break;       ---->  if (c) goto End1;
internal sealed class CopiedExits(Exits exits, JumpTargets targets, CaughtExceptions caught) : IExitCodes
{
    public Code? Return(ReturnStatementSyntax statement, Code? value) => exits.Return(value);

    public Code? Jump(StatementSyntax statement) => targets.Of(statement) is { } target ? exits.Jump(target) : null;

    public Code? Rethrow(ThrowStatementSyntax statement) => caught.Rethrow(statement);
}
