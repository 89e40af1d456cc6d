using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>CORO3003: a coroutine that is dropped where it is made, or put into a local that nobody reads.</summary>
internal static class NeverResumedRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow)
    {
        foreach (var (call, factory, _, number) in flow.Sites)
            if (!factory.IsPrimed && (flow.Touched & (1UL << number)) == 0 && flow.End?.At(number) == Stages.Created
                && (call.Syntax.Parent is ExpressionStatementSyntax || IsUnreadLocal(call.Syntax)))
                yield return Diagnostic.Create(UsageDiagnostics.NeverResumed, call.Syntax.GetLocation(), factory.Method.Name);
    }

    /// <summary>A discard is a local that says that it is not read.</summary>
    private static bool IsUnreadLocal(SyntaxNode call)
        => call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.Text: not "_" } };
}
