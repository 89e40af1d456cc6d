using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Interpolated strings and their holes.</summary>
internal sealed class InterpolationRewriter(NameLookup names, AskedTexts askedTexts)
{
    /// <summary>Copies a string as it is; what separates the tokens in it is no directive.</summary>
    public void Rewrite(InterpolatedStringExpressionSyntax text, SyntaxCopier copier)
    {
        askedTexts.NoteHoles(text);
        copier.Output.Begin(text);
        copier.Output.EnterString();
        copier.VisitChildren(text);
        copier.Output.LeaveString();
    }

    /// <summary>
    /// A variable whose type has no name is read by a call whose "::" would begin a format: parentheses stand around it.
    /// $"{x:N}"    ---->    $"{(global::CoroutineGen.CompilerServices.Anonymous.Ref(ref f.x, example)):N}"
    /// </summary>
    public bool TryRewrite(InterpolationSyntax hole, SyntaxCopier copier)
    {
        if (!hole.Expression.DescendantNodesAndSelf().Any(node => IsBoxed(node, copier)))
            return false;
        copier.Output.Token(hole.OpenBraceToken);
        copier.Output.Add("(");
        copier.Output.Join();
        copier.Visit(hole.Expression);
        copier.Output.Add(")");
        if (hole.AlignmentClause is not null)
            copier.Visit(hole.AlignmentClause);
        if (hole.FormatClause is not null)
            copier.Visit(hole.FormatClause);
        copier.Output.Token(hole.CloseBraceToken);
        return true;
    }

    private bool IsBoxed(SyntaxNode node, SyntaxCopier copier)
        => (node is IdentifierNameSyntax name && names.VariableOf(name) is { Unspeakable: not null })
            || (copier.ReplacementOf(node) is { } code && code.Pieces.Any(p => p is VariablePiece { Variable.Unspeakable: not null }));
}
