using System.Diagnostics;

namespace CoroutineGen.Debugging;

/// <summary>One link of a chain of delegations.</summary>
[DebuggerDisplay("{Text,nq}")]
internal sealed class LinkView(object value, string text)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text => text;

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public object Value => value;
}
