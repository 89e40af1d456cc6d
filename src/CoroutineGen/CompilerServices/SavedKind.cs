using System;
using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>A kind of coroutine that can be restored: its name, and how an empty one is made. For generated code.</summary>
/// <param name="name">The saved name of the coroutine.</param>
/// <param name="make">Makes one, without variables.</param>
/// <param name="known">The kinds that its code names.</param>
/// <param name="history">What it was in earlier versions; null for nothing else.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedKind(string name, Func<ISaveable> make, Func<SavedKind[]>? known = null, SavedHistory? history = null)
{
    /// <summary>The saved name of the coroutine.</summary>
    public SavedName Name { get; } = new(name);

    internal SavedHistory? History => history;

    internal string[] OldNames => history?.OldNames ?? [];

    internal bool NamesOthers => known is not null;

    internal SavedKind[] Known => known is null ? [] : known();

    internal ISaveable Make() => make();
}
