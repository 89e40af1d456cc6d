using System;
using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What surrounds a suspension point, so that an exception or a close enters only where something awaits it. For generated code.
/// </summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Protection
{
    /// <summary>Nothing: the coroutine can be closed there without running its body.</summary>
    None = 0,

    /// <summary>A catch clause: an exception must be raised in the body.</summary>
    Catch = 1,

    /// <summary>A finally block, or what has one, that stands in the body: exceptions and closing must enter.</summary>
    Finally = 2,

    /// <summary>A clause that names <see cref="CoroutineExitException"/>: closing raises a real one.</summary>
    Exit = 4,

    /// <summary>The body holds something that the coroutine gives back by itself: exceptions and closing need not enter for that.</summary>
    Held = 8,
}
