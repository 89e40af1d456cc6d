using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>The exceptions of handlers that were moved out of their catch clauses, where C# does not allow "throw;".</summary>
internal sealed class CaughtExceptions
{
    private readonly Dictionary<CatchClauseSyntax, Variable> _errors = [];

    /// <summary>Notes which variable holds what a clause has caught.</summary>
    public void Keep(CatchClauseSyntax clause, Variable error) => _errors[clause] = error;

    /// <summary>Throws a stored exception again, and keeps its stack trace.</summary>
    // throw Fault.Rethrow(f.error1);
    public static Code Rethrow(Variable error)
        => Code.Of("throw global::CoroutineGen.CompilerServices.Fault.Rethrow(", error, ");");

    /// <summary>What "throw;" becomes in a handler that was moved.</summary>
    /// <returns>Null where it stays: in a handler that was not moved, or in a closure.</returns>
    // throw;    ---->  throw Fault.Rethrow(f.e);
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
