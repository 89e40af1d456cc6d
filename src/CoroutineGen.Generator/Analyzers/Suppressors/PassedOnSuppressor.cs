using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Suppressors;

/// <summary>
/// A coroutine that is made and passed on at once is closed by who gets it: a delegation, a query, the method that is called; not by what
/// only drives it a step, as TryNext does. Where one is kept and left with something to clean up, CORO3008 says so.
/// </summary>
// yield.From(Walk(node.Left)), Walk(root).ToList(), scheduler.Add(Walk(root))
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PassedOnSuppressor : DiagnosticSuppressor
{
    private const string Reason = "Who gets the coroutine closes it";

    private static readonly SuppressionDescriptor NotDisposed = new("COROSPR0013", "CA2000", Reason);
    private static readonly SuppressionDescriptor Ignored = new("COROSPR0014", "IDISP004", Reason);

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(NotDisposed, Ignored);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var factories = new Factories();
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node is InvocationExpressionSyntax call
                && context.GetSemanticModel(tree).GetOperation(call, context.CancellationToken) is IInvocationOperation made
                && factories.Of(made.TargetMethod) is not null && IsPassedOn(made))
                context.ReportSuppression(
                    Suppression.Create(diagnostic.Id == NotDisposed.SuppressedDiagnosticId ? NotDisposed : Ignored, diagnostic));
        }
    }

    private static bool IsPassedOn(IOperation made)
    {
        while (made.Parent is IConversionOperation { OperatorMethod: null } conversion)
            made = conversion;
        return made.Parent is IArgumentOperation argument
            && (Uses.Driving(argument) is not { } driving || Uses.Of(driving).Use is Use.Run or Use.Close);
    }
}
