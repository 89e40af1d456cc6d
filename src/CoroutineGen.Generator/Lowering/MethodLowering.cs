using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>The door of the lowering: one method in, its step method out.</summary>
internal static class MethodLowering
{
    /// <param name="method">A declaration that is well formed as a coroutine (the CORO1xxx checks have passed).</param>
    /// <param name="model">The model of its tree, in a compilation that has the skeletons of all coroutines, or the real ones.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LoweringResult Lower(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => throw new NotImplementedException();
}

/// <summary>What lowering has to say of a method.</summary>
/// <param name="Body">The step method, or null where the body is refused or does not bind.</param>
/// <param name="Diagnostics">Why it is refused, each at its exact place: CORO2xxx. Empty where the user's own code has errors.</param>
internal sealed record LoweringResult(LoweredBody? Body, ImmutableArray<Diagnostic> Diagnostics);
