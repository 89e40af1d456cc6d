using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// Refuses filters and when clauses with early operands, where they are written otherwise than the user's: with something else before
/// them, the compiler evaluates them in the right order.
/// </summary>
internal static class EarlyFilters
{
    // catch (Exception) when (d || F() is < 3 or > 7)
    // ---->
    // catch (Exception e) when (e is not CoroutineExitException && (d || F() is < 3 or > 7))      calls F() only where d does not hold
    public static void RefuseIn(LoweringContext context)
    {
        foreach (var clause in context.Body.DescendantNodes().Where(n => n is CatchFilterClauseSyntax or WhenClauseSyntax))
        {
            if (!context.Suspensions.Suspends(OwnerOf(clause)) || context.Suspensions.Suspends(clause))
                continue;
            if (clause.DescendantNodes().FirstOrDefault(n => EarlyOperands.Has(n, context.Model, context.Cancellation)) is { } either)
                context.Refusals.Add(
                    LoweringDiagnostics.NotLowered, either,
                    "a statement with a filter or a 'when' clause whose left side of '||' is dynamic, with a pattern or a switch "
                        + "expression to the right of that (give that condition a method of its own)");
        }
    }

    private static SyntaxNode? OwnerOf(SyntaxNode clause)
        => clause.Ancestors().FirstOrDefault(a => a is TryStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax);
}
