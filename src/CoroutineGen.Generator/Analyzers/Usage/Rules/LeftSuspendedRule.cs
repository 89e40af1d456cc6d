using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>
/// CORO3008: the method ends, a coroutine of its own is suspended then, and it has finally blocks that nobody will run. Silent as soon as
/// some way disposes it: then the user has thought of it.
/// </summary>
internal static class LeftSuspendedRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow, CancellationToken cancellation)
    {
        if (flow.End is not { } end)
            yield break;
        foreach (var (call, factory, _, number) in flow.Sites)
        {
            var stages = end.At(number);
            if ((stages & Stages.Suspended) != 0 && (stages & (Stages.Disposed | Stages.Unclear)) == 0
                && CleanUp.IsIn(factory.Method, cancellation))
                yield return Diagnostic.Create(UsageDiagnostics.LeftSuspended, call.Syntax.GetLocation(), factory.Method.Name,
                    factory.Method.IsAsync ? "await using" : "using");
        }
    }
}
