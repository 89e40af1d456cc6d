using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>CORO3007: Prime() on a coroutine that stands at a yield on every way.</summary>
internal static class RedundantPrimeRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow)
        => from use in flow.Uses
           where use.Use == Use.Prime && use.Stages == Stages.Suspended
           let syntax = use.Operation.Syntax
           select Diagnostic.Create(UsageDiagnostics.RedundantPrime, Wording.Member(syntax).GetLocation(), Wording.Receiver(syntax),
               Wording.Short(Wording.Member(syntax)));
}
