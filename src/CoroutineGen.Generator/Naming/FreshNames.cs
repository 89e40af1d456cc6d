using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Naming;

/// <summary>Names for what lowering adds, none of which the user's method mentions in any role.</summary>
internal sealed class FreshNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.Ordinal);

    public FreshNames(SyntaxNode method)
    {
        _taken = new HashSet<string>(
            method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText), StringComparer.Ordinal);
    }

    /// <summary>The hint itself where nobody uses it, else with a number.</summary>
    public string Take(string hint)
    {
        if (_taken.Add(hint))
            return hint;
        return TakeNumbered(hint);
    }

    /// <summary>Names of the surroundings, which generated text says itself.</summary>
    public void Avoid(IEnumerable<string> names) => _taken.UnionWith(names);

    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>The hint with the first free number, from 1.</summary>
    public string TakeNumbered(string hint)
    {
        _lastNumbers.TryGetValue(hint, out int number);
        string name;
        do
            name = hint + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (!_taken.Add(name));
        _lastNumbers[hint] = number;
        return name;
    }
}
