using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>A place where a body suspends.</summary>
/// <param name="Node">What suspends: a call of the yield parameter, or the await of one.</param>
/// <param name="Kind">What it waits for.</param>
/// <param name="Operand">What a yield hands out, or the inner coroutine of a delegation; null for a bare receive.</param>
internal sealed record Suspension(SyntaxNode Node, SuspensionKind Kind, ExpressionSyntax? Operand);

/// <summary>Where a body suspends: its yields, and every node that holds one.</summary>
internal sealed class SuspensionMap
{
    private readonly Dictionary<SyntaxNode, Suspension> _all = [];
    private readonly HashSet<SyntaxNode> _suspending = [];

    public int Count => _all.Count;

    public bool HasDelegation { get; private set; }

    /// <summary>Whether a suspension stands in a node, itself included.</summary>
    public bool Suspends(SyntaxNode? node) => node is not null && _suspending.Contains(node);

    /// <summary>Whether a node is a suspension itself: a yield, or a delegation.</summary>
    public bool IsYield(SyntaxNode node) => _all.ContainsKey(node);

    /// <summary>The suspension that a node is; null for none.</summary>
    public Suspension? Find(SyntaxNode node) => _all.TryGetValue(node, out var suspension) ? suspension : null;

    public void Add(Suspension suspension, SyntaxNode root)
    {
        _all.Add(suspension.Node, suspension);
        HasDelegation |= suspension.Kind == SuspensionKind.Delegate;
        for (SyntaxNode? node = suspension.Node; node is not null && _suspending.Add(node) && node != root;)
            node = node.Parent;
    }
}
