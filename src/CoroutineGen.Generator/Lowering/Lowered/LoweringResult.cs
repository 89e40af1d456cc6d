using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>What lowering has to say of a method.</summary>
/// <param name="Body">The step method, or null where the body is refused or does not bind.</param>
/// <param name="Diagnostics">Why it is refused, each at its exact place: CORO2xxx. Empty where the user's own code has errors.</param>
internal sealed record LoweringResult(LoweredBody? Body, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether the body mentions what another generator may make: it was lowered as far as can be said without.</summary>
    public bool IsPartlyKnown { get; init; }
}
