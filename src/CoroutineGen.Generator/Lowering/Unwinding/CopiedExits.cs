using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>How statements that are copied leave for places that were flattened.</summary>
internal sealed class CopiedExits(Exits exits, JumpTargets targets, CaughtExceptions caught) : IExitCodes
{
    public Code? Return(ReturnStatementSyntax statement, Code? value) => exits.Return(value);

    public Code? Jump(StatementSyntax statement) => targets.Of(statement) is { } target ? exits.Jump(target) : null;

    public Code? Rethrow(ThrowStatementSyntax statement) => caught.Rethrow(statement);
}
