using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>The exceptions of handlers that were moved out of their catch clauses, where "throw;" would be an error.</summary>
internal sealed class CaughtExceptions
{
    private readonly Dictionary<CatchClauseSyntax, Variable> _errors = [];

    /// <summary>Says which variable holds what a clause has caught.</summary>
    public void Keep(CatchClauseSyntax clause, Variable error) => _errors[clause] = error;

    /// <summary>Throws a stored exception again, with the stack that it has.</summary>
    public static Code Rethrow(Variable error)
        => Code.Of("throw global::CoroutineGen.CompilerServices.Fault.Rethrow(", error, ");");

    /// <summary>What "throw;" becomes in a handler that was moved; null where it stays.</summary>
    public Code? Rethrow(ThrowStatementSyntax statement)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            if (ancestor is CatchClauseSyntax clause)
                return _errors.TryGetValue(clause, out var error) ? Rethrow(error) : null;
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return null;
        }
        return null;
    }
}
