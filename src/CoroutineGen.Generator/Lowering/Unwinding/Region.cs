using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>A region of the body for which something runs when control leaves it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Adds">What the runtime has to know of each suspension point inside.</param>
/// <param name="Moved">The finally block that was moved, which exits cross; null for all other kinds.</param>
/// <param name="Held">What is held inside; null for all other kinds.</param>
internal sealed record Region(RegionKind Kind, Protection Adds, MovedFinally? Moved = null, Held? Held = null);

internal enum RegionKind
{
    /// <summary>A try block with catch clauses.</summary>
    Catch,

    /// <summary>A try block whose finally block stays one: C# runs it.</summary>
    RealFinally,

    /// <summary>A try block whose finally block suspends, and stands behind it as ordinary code.</summary>
    MovedFinally,

    /// <summary>
    /// The body of a foreach or using whose resource the class releases, or a try block whose finally block it runs
    /// (<see cref="HeldResources"/>).
    /// </summary>
    Held,
}
