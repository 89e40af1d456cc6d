using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// How a copied statement leaves for a place that was flattened; null where the user's own text still means the right thing.
/// </summary>
internal interface IExitCodes
{
    Code? Return(ReturnStatementSyntax statement, Code? value);

    Code? Jump(StatementSyntax statement);

    Code? Rethrow(ThrowStatementSyntax statement);
}
