using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>CORO3011: Result of a coroutine that has not returned on any way.</summary>
internal static class EarlyResultRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow)
        => from use in flow.Uses
           where use.Use == Use.Result && use.Stages != Stages.None && (use.Stages & ~(Stages.Created | Stages.Suspended)) == 0
           let syntax = use.Operation.Syntax
           select Diagnostic.Create(UsageDiagnostics.EarlyResult, Wording.Member(syntax).GetLocation(), Wording.Receiver(syntax));
}
