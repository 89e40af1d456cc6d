using System;
using System.Collections.Generic;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>
/// The coroutines that restoring may make, by name: nothing else can be made of what was saved (rule 246). Each assembly has one of its
/// own,
/// <c>SavedCoroutines.Catalog</c>, which the generator writes.
/// </summary>
public sealed class CoroutineCatalog
{
    private readonly Dictionary<string, SavedKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>By the names that they had in earlier versions.</summary>
    private readonly Dictionary<string, SavedKind> _earlier = new(StringComparer.Ordinal);

    /// <summary>Makes a catalogue.</summary>
    /// <param name="kinds">What it has: the property <c>Kind</c> of generated classes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/>, or one of them, is null.</exception>
    public CoroutineCatalog(params SavedKind[] kinds)
    {
        foreach (var kind in kinds ?? throw new ArgumentNullException(nameof(kinds)))
            Add(kind);
    }

    /// <summary>The names of all that it has.</summary>
    public IReadOnlyCollection<string> Names => _kinds.Keys;

    /// <summary>Adds a coroutine, in place of another of the same name.</summary>
    /// <param name="kind">The property <c>Kind</c> of its generated class.</param>
    /// <returns>This catalogue.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    public CoroutineCatalog Add(SavedKind kind)
    {
        if (kind is null)
            throw new ArgumentNullException(nameof(kind));
        _kinds[kind.Name.Text] = kind;
        foreach (string old in kind.OldNames)
            _earlier[old] = kind;
        return this;
    }

    /// <summary>Adds all that another catalogue has.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>This catalogue.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public CoroutineCatalog Combine(CoroutineCatalog other)
    {
        foreach (var kind in (other ?? throw new ArgumentNullException(nameof(other)))._kinds.Values)
            Add(kind);
        return this;
    }

    /// <summary>The coroutine that is called so, or was (rule 253).</summary>
    internal SavedKind? Find(string name)
        => _kinds.TryGetValue(name, out var kind) || _earlier.TryGetValue(name, out kind) ? kind : null;
}
