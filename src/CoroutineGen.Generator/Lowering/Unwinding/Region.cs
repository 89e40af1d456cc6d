using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>What surrounds a part of the body, and acts when control leaves it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Adds">What the runtime has to know of each suspension inside.</param>
/// <param name="Moved">The finally block that was moved, of which each exit has to know; null for all other kinds.</param>
/// <param name="Held">The number of what is held inside; 0 for all other kinds.</param>
internal sealed record Region(RegionKind Kind, Protection Adds, MovedFinally? Moved = null, int Held = 0);

internal enum RegionKind
{
    /// <summary>A try block with clauses that catch.</summary>
    Catch,

    /// <summary>A try block whose finally stays one: C# runs it.</summary>
    RealFinally,

    /// <summary>A try block whose finally suspends, and stands behind it as ordinary code.</summary>
    MovedFinally,

    /// <summary>A body that holds something, which the guard around the step gives back.</summary>
    Held,
}
