using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>The tokens of a method declaration by their index, which stays when lines above are added or taken away.</summary>
internal sealed class TokenMap
{
    private readonly Dictionary<int, int> _indexes = [];
    private readonly List<int> _positions = [];

    public TokenMap(SyntaxNode method)
    {
        foreach (var token in method.DescendantTokens())
        {
            _indexes[token.SpanStart] = _positions.Count;
            _positions.Add(token.SpanStart);
        }
    }

    /// <summary>The index of a node's first token.</summary>
    public int Of(SyntaxNode node) => Of(node.SpanStart);

    /// <summary>The index of the token that starts at a position; -1 for none.</summary>
    public int Of(int position) => _indexes.TryGetValue(position, out int index) ? index : -1;

    /// <summary>Where a token starts.</summary>
    public int PositionOf(int token) => _positions[token];
}
