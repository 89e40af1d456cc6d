using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Walks one node and copies it. A part that was lowered already is replaced by its code; what must not stand as the user wrote it is left
/// to the <see cref="NodeRewriter"/>, whose rules come back here for the parts below.
/// </summary>
internal sealed class SyntaxCopier
{
    private readonly IReadOnlyDictionary<SyntaxNode, Code>? _replacements;
    private readonly NodeRewriter _rewriter;
    private readonly LoweringContext _context;

    private SyntaxCopier(
        SyntaxNode root, IReadOnlyDictionary<SyntaxNode, Code>? replacements, NodeRewriter rewriter, LoweringContext context)
    {
        Root = root;
        Output = new TokenWriter(root, context);
        _replacements = replacements;
        _rewriter = rewriter;
        _context = context;
    }

    /// <summary>The node that is copied.</summary>
    public SyntaxNode Root { get; }

    public TokenWriter Output { get; }

    /// <param name="node">What to copy.</param>
    /// <param name="replacements">Sub-expressions that were lowered, and what stands for them.</param>
    /// <param name="rewriter">The rules for what is not copied letter by letter.</param>
    /// <param name="context">What the passes share.</param>
    public static Code Copy(
        SyntaxNode node, IReadOnlyDictionary<SyntaxNode, Code>? replacements, NodeRewriter rewriter, LoweringContext context)
    {
        var copier = new SyntaxCopier(node, replacements, rewriter, context);
        copier.Visit(node);
        return copier.Output.ToCode();
    }

    /// <summary>Copies an expression below the root by itself, as the root of a copy of its own.</summary>
    public Code CopyApart(ExpressionSyntax expression) => Copy(expression, _replacements, _rewriter, _context);

    /// <summary>What stands for a part that was lowered already; null for any other.</summary>
    public Code? ReplacementOf(SyntaxNode node)
        => _replacements is not null && _replacements.TryGetValue(node, out var code) ? code : null;

    public void Visit(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ReplacementOf(node) is { } replacement)
            Output.Replace(node, replacement);
        else if (!_rewriter.TryRewrite(node, this))
            VisitChildren(node);
    }

    public void VisitChildren(SyntaxNode node)
    {
        foreach (var child in node.ChildNodesAndTokens())
            Visit(child);
    }

    public void Visit(SyntaxNodeOrToken child)
    {
        if (child.AsNode() is { } node)
            Visit(node);
        else
            Output.Token(child.AsToken());
    }

    /// <summary>
    /// Copies a list in parentheses or brackets, with something before its first item and something behind its last.
    /// (a, b)    ---->    (first, a, b, last)
    /// </summary>
    /// <param name="list">Arguments or parameters.</param>
    /// <param name="first">What to insert, with a comma behind it where items follow.</param>
    /// <param name="last">What to append, with a comma before it where items precede.</param>
    public void CopyList(SyntaxNode list, Code first, string last = "")
    {
        foreach (var child in list.ChildNodesAndTokens())
        {
            if (child.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                Output.Add(last);
            Visit(child);
            if (child.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                Output.Add(first);
        }
    }
}
