using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>How a step method is entered at a suspension point. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Resumption
{
    /// <summary>The yield, or the delegation, is over: go on.</summary>
    Next,

    /// <summary>An exception is to be raised at the point.</summary>
    Throw,

    /// <summary>Leave through the finally blocks, without an exception (rule 67).</summary>
    Close,
}
