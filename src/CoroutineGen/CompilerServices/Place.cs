using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>A place in a body as debuggers show it. For generated code.</summary>
/// <param name="file">The name of the file that the body stands in; empty where it has none.</param>
/// <param name="line">The line there, from 1; 0 where it is not known.</param>
/// <param name="text">What the coroutine waits for there: the user's own expression.</param>
/// <param name="variables">The variables that live there: "name", or "name=path" for one that the frame keeps by another name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Place(string file, int line, string text, params string[] variables)
{
    internal string[] Variables => variables;

    /// <summary>The place as one line.</summary>
    /// <returns><c>Stats.cs:17, yield(average)</c>.</returns>
    public override string ToString() => file.Length == 0 ? text : $"{file}:{line}, {text}";
}
