using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>CORO3001 and CORO3002: a send to a coroutine of which nothing has run, on every way or on some.</summary>
internal static class UnprimedSendRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow)
    {
        foreach (var send in flow.Uses)
        {
            if (send.Use is not (Use.Send or Use.TrySend))
                continue;
            var syntax = send.Operation.Syntax;
            if (send.Stages == Stages.Created)
                yield return Diagnostic.Create(
                    UsageDiagnostics.UnprimedSend, Wording.Member(syntax).GetLocation(), Wording.Receiver(syntax),
                    Priming(send.Operation));
            else if ((send.Stages & Stages.Created) != 0 && (send.Stages & Stages.Unclear) == 0
                && UnprimedPath.Find(flow, send) is { } path)
                yield return Diagnostic.Create(UsageDiagnostics.MaybeUnprimedSend, Wording.Member(syntax).GetLocation(),
                    Wording.Receiver(syntax), Words(path.Condition.Syntax, path.Value), Priming(send.Operation));
        }
    }

    /// <summary>What to do first.</summary>
    public static string Priming(IOperation send)
        => send is IInvocationOperation call && Awaits.Begins(call) ? "await PrimeAsync()" : "call Prime()";

    private static string Words(SyntaxNode condition, bool value)
        => condition.FirstAncestorOrSelf<SwitchLabelSyntax>() is { } label
            ? $"'{Wording.Short(label).TrimEnd(':', ' ')}' {(value ? "applies" : "does not apply")}"
            : $"'{Wording.Short(condition)}' is {(value ? "true" : "false")}";
}
