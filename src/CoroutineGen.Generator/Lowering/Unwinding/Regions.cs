using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// What surrounds the place that is being lowered, outermost first: the one stack of what runs on the way out. It says how an exception or
/// a close enters a suspension, which moved finally blocks an exit crosses, and what is held.
/// </summary>
internal sealed class Regions
{
    private readonly List<Region> _around = [];

    /// <summary>What the runtime has to know of a suspension here.</summary>
    public Protection Current => _around.Aggregate(Protection.None, (all, region) => all | region.Adds);

    /// <summary>The innermost finally block that was moved: what leaves from here passes it first. Null for none.</summary>
    public MovedFinally? Moved => _around.FindLast(r => r.Kind == RegionKind.MovedFinally)?.Moved;

    /// <summary>How many moved finally blocks are around.</summary>
    public int MovedDepth => _around.Count(r => r.Kind == RegionKind.MovedFinally);

    /// <summary>The number of the innermost that is held; 0 for nothing.</summary>
    public int Held => _around.FindLast(r => r.Kind == RegionKind.Held)?.Held ?? 0;

    /// <summary>
    /// How a close leaves from here: nothing where no finally has to run, or where the close comes as a real exception because a clause
    /// names it.
    /// </summary>
    public Code? OnClose => (Current & (Protection.Finally | Protection.Exit)) == Protection.Finally ? Close : null;

    /// <summary>
    /// <code>
    /// (a close)   ----&gt;  return how.Exit();                      real finally blocks run by that
    /// (a close)   ----&gt;  { f.leave = 1; goto Finally; }          from within a moved one
    /// </code>
    /// </summary>
    public Code Close
        => Moved?.Cross(new Exit(ExitKind.Close, null))
            ?? Code.Of("return ", new StepNamePiece(StepName.Next), new StepNamePiece(StepName.How), ".Exit();");

    /// <summary>Lowers what a region surrounds.</summary>
    public void In(Region region, Action body)
    {
        _around.Add(region);
        body();
        _around.RemoveAt(_around.Count - 1);
    }

    /// <summary>A label at this place: a jump to it from deeper within crosses the moved finally blocks in between.</summary>
    public Label NewLabel(string hint) => new(hint) { MovedDepth = MovedDepth };

    /// <summary>
    /// How a body here gives something back at its end. The guard around the step can do that only where nothing within the body could tell
    /// it from a finally block: no handler surrounds it, and control leaves it by its end, by a return or by an exception.
    /// </summary>
    /// <param name="within">The syntax of the body.</param>
    /// <param name="suspends">Whether the body suspends.</param>
    public RegionKind CleanupFor(SyntaxNode within, bool suspends)
        => suspends && _around.TrueForAll(r => r.Kind == RegionKind.Held) && !JumpTargets.LeadOutOf(within)
            ? RegionKind.Held
            : RegionKind.RealFinally;
}
