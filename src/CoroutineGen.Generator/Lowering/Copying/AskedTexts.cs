using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Copied expressions whose text is asked for by a method that nobody calls by name, so that the user's own cannot be passed to it.
/// </summary>
internal sealed class AskedTexts(LoweringContext context, NameLookup names)
{
    private readonly HashSet<ExpressionSyntax> _texts = [];

    /// <summary>Notes what a query clause or a collection expression passes to such a method.</summary>
    public void NoteUnwritten(SyntaxNode node)
    {
        if (UnwrittenCalls.Of(node, context.Model, context.Cancellation).Any(CallerTexts.AreAskedBy))
            _texts.UnionWith(node.DescendantNodes(n => n == node || n is not ExpressionSyntax).OfType<ExpressionSyntax>());
    }

    /// <summary>Notes what an interpolated string passes to a handler that asks.</summary>
    public void NoteHoles(InterpolatedStringExpressionSyntax text)
    {
        if (CallerTexts.AreAskedBy(context.ConvertedTypeOf(text)))
            _texts.UnionWith(text.Contents.OfType<InterpolationSyntax>().Select(h => h.Expression));
    }

    /// <summary>Refuses them where, now that all variables have their places, they read otherwise than the user's.</summary>
    public void Check()
    {
        foreach (var text in _texts.Where(t => IsSpaced(t) || NamesIn(t).Any(IsElsewhere)))
            context.Refusals.Add(LoweringDiagnostics.TextIsAskedFor, text, text.ToString());

        static IEnumerable<IdentifierNameSyntax> NamesIn(ExpressionSyntax text)
            => text.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>();

        bool IsElsewhere(IdentifierNameSyntax name)
            => names.VariableOf(name) is { Storage: Storage.Frame or Storage.Environment };

        static bool IsSpaced(ExpressionSyntax text) => text.DescendantTrivia()
            .Any(t => text.Span.Contains(t.Span) && (!t.IsKind(SyntaxKind.WhitespaceTrivia) || t.Span.Length > 1));
    }
}
