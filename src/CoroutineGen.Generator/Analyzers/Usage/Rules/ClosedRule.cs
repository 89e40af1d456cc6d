using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>CORO3004 and CORO3005: what is done with a coroutine that is closed on every way.</summary>
internal static class ClosedRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow)
    {
        foreach (var use in flow.Uses)
        {
            if (use.Stages == Stages.None || (use.Stages & ~Stages.Closed) != 0)
                continue;
            var syntax = use.Operation.Syntax;
            if (use.Use is Use.Enumerator or Use.Exhaust or Use.Delegate)
                yield return Diagnostic.Create(
                    UsageDiagnostics.SecondEnumeration, Enumerated(syntax).GetLocation(), Wording.Short(Enumerated(syntax)));
            else if (Effect(use.Use) is { } effect && !use.Operation.IsImplicit)
                yield return Diagnostic.Create(UsageDiagnostics.ResumedAfterClose, Wording.Member(syntax).GetLocation(),
                    Wording.Receiver(syntax), Wording.Short(Wording.Member(syntax)), effect);
        }
    }

    private static string? Effect(Use use) => use switch
    {
        Use.Prime or Use.Next or Use.Send => "throws CoroutineCompletedException",
        Use.Throw or Use.TryThrow => "runs nothing and throws its argument",
        Use.MoveNext or Use.TrySend => "does nothing and gives false",
        Use.NextOrDefault => "does nothing and gives the default",
        _ => null,
    };

    /// <summary>The coroutine in a foreach, in a call on it, or in yield.From.</summary>
    private static SyntaxNode Enumerated(SyntaxNode use) => use switch
    {
        CommonForEachStatementSyntax loop => loop.Expression,
        InvocationExpressionSyntax
        {
            ArgumentList.Arguments: { Count: 1 } arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "From" }
        } => arguments[0].Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        _ => use,
    };
}
