using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Forking;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Refuses what a using or a lock holds across a suspension: nothing that is read back holds it. A coroutine is saved along.
/// </summary>
internal static class ResourcesHeld
{
    /// <summary>Refuses what is held and cannot be saved.</summary>
    /// <returns>The variables of that.</returns>
    public static List<Variable> Check(SyntaxNode place, VariableMap variables, LoweringContext context)
    {
        var refused = new List<Variable>();
        foreach (var resource in Resources.HeldAt(place, context.Method))
        {
            if (resource is LockStatementSyntax @lock)
                context.Refusals.Add(SaveDiagnostics.ResourceHeld, place, $"The lock on '{@lock.Expression}'");
            else if (Resources.VariableOf(resource, variables, context) is { TypeSymbol: { } type } variable
                && !SaveTypes.IsCoroutine(type))
            {
                context.Refusals.Add(SaveDiagnostics.ResourceHeld, place, Capital(variable.Description));
                refused.Add(variable);
            }
        }
        return refused;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
