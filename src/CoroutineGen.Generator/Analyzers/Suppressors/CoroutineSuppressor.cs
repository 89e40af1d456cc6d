using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Suppressors;

/// <summary>Clears what is said of the method of a coroutine, or within it, for a reason that only coroutines have.</summary>
public abstract class CoroutineSuppressor : DiagnosticSuppressor
{
    public sealed override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && Reason(diagnostic.Id, node, method) is { } reason
                && CoroutineSymbols.IsCoroutine(method, context.GetSemanticModel(tree), context.CancellationToken))
                context.ReportSuppression(Suppression.Create(reason, diagnostic));
        }
    }

    /// <summary>Why it is cleared, if the method is a coroutine's; null where it is not.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="node">Where it stands.</param>
    /// <param name="method">The method around that.</param>
    private protected abstract SuppressionDescriptor? Reason(string id, SyntaxNode node, MethodDeclarationSyntax method);
}
