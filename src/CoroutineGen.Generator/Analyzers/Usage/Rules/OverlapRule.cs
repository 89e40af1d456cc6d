using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Rules;

/// <summary>
/// CORO3013: an operation that is begun while the answer of another one has not been taken, on every way; or that a loop begins in each
/// round, and drops.
/// </summary>
internal static class OverlapRule
{
    public static IEnumerable<Diagnostic> Check(FlowResult flow, CancellationToken cancellation)
        => from use in flow.Uses
           where Transition.Runs(use.Use) && !use.Operation.IsImplicit && (IsWithinAnother(use.Stages) || IsRepeated(use))
               && flow.Sites.All(site => (use.Coroutines & (1UL << site.Number)) == 0 || Waiting.MayWait(site.Factory.Method, cancellation))
           let syntax = use.Operation.Syntax
           select Diagnostic.Create(UsageDiagnostics.Overlap, Wording.Member(syntax).GetLocation(), Wording.Receiver(syntax));

    private static bool IsWithinAnother(Stages stages) => stages != Stages.None && (stages & ~Stages.InProgress) == 0;

    private static bool IsRepeated(Observation use)
        => (use.Stages & Stages.Dropped) != 0 && (use.Stages & (Stages.Unknown | Stages.Pending)) == 0
            && use.Operation is IInvocationOperation call && Awaits.IsDropped(call)
            && call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement && IsInEachRound(statement);

    /// <summary>Whether a loop does nothing else than to come to the statement again and again.</summary>
    private static bool IsInEachRound(StatementSyntax statement)
    {
        var body = statement.Parent is BlockSyntax block ? block : statement;
        return body.Parent is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            && !body.DescendantNodes().Any(node => node.Kind()
                is SyntaxKind.BreakStatement or SyntaxKind.ReturnStatement or SyntaxKind.GotoStatement or SyntaxKind.ContinueStatement
                or SyntaxKind.ThrowStatement);
    }
}
