using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>Where a body suspends: its yields, and every node that holds one.</summary>
internal sealed class SuspensionMap
{
    private readonly Dictionary<InvocationExpressionSyntax, ExpressionSyntax?> _yields = [];
    private readonly HashSet<InvocationExpressionSyntax> _delegations = [];
    private readonly HashSet<SyntaxNode> _suspending = [];

    public int Count => _yields.Count;

    public bool HasDelegation => _delegations.Count > 0;

    /// <summary>Whether a suspension stands in a node, itself included.</summary>
    public bool Suspends(SyntaxNode? node) => node is not null && _suspending.Contains(node);

    public bool IsYield(SyntaxNode node) => node is InvocationExpressionSyntax call && _yields.ContainsKey(call);

    public bool IsDelegation(InvocationExpressionSyntax call) => _delegations.Contains(call);

    /// <summary>What a yield hands out, or the inner coroutine of a delegation; null for a bare receive.</summary>
    public ExpressionSyntax? Operand(InvocationExpressionSyntax call) => _yields[call];

    public void Add(InvocationExpressionSyntax call, ExpressionSyntax? operand, bool delegates, SyntaxNode root)
    {
        _yields.Add(call, operand);
        if (delegates)
            _delegations.Add(call);
        for (SyntaxNode? node = call; node is not null && _suspending.Add(node) && node != root;)
            node = node.Parent;
    }
}
