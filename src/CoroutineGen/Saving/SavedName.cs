using System;
using System.ComponentModel;

namespace CoroutineGen;

/// <summary>A name in a saved coroutine: of a coroutine, a point or a variable. There is one object for each name of a method.</summary>
public sealed class SavedName
{
    /// <summary>Makes a name.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public SavedName(string text) => Text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>What a writer or a reader keeps here for itself, such as the name in its own encoding.</summary>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public object? Encoded { get; set; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
