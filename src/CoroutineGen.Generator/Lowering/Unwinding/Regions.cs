using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// The regions around the statement that is being lowered, outermost first: one stack of all that runs when the body unwinds. It decides
/// how an exception or a close enters a suspension, which moved finally blocks an exit crosses, and which resources are held.
/// </summary>
internal sealed class Regions
{
    private readonly List<Region> _around = [];

    /// <summary>What the runtime has to know of a suspension point here.</summary>
    public Protection Current => _around.Aggregate(Protection.None, (all, region) => all | region.Adds);

    /// <summary>The innermost moved finally block: an exit from here crosses it first. Null for none.</summary>
    public MovedFinally? Moved => _around.FindLast(r => r.Kind == RegionKind.MovedFinally)?.Moved;

    /// <summary>How many moved finally blocks are around.</summary>
    public int MovedDepth => _around.Count(r => r.Kind == RegionKind.MovedFinally);

    /// <summary>The number of the innermost resource that is held; 0 for none.</summary>
    public int Held => _around.FindLast(r => r.Kind == RegionKind.Held)?.Held!.Number ?? 0;

    /// <summary>All that the class runs where the body is cut short here: for liveness.</summary>
    public Code Releases => Code.Of([.. _around.Select(r => r.Held).OfType<Held>().SelectMany(h => h.Code)]);

    /// <summary>Whether a return leaves the body while it holds something.</summary>
    public bool ReturnsWhileHolding { get; private set; }

    /// <summary>
    /// How a close unwinds from a suspension here. Null where no finally block has to run, so that a close does not enter the step; and
    /// where it comes as an exception, because a clause names CoroutineExitException.
    /// </summary>
    public Code? OnClose => (Current & (Protection.Finally | Protection.Exit)) == Protection.Finally ? Close : null;

    /// <summary>How a close unwinds.</summary>
    // (a close)    ---->  return how.Exit();                        C# runs the finally blocks around
    // (a close)    ---->  return next = how.Exit();                 where these test "next < 0"
    // (a close)    ---->  { f.leave1 = 1; goto Finally1; }          from within a moved finally
    public Code Close
        => Moved?.Cross(new Exit(ExitKind.Close, null))
            ?? Code.Of("return ", new StepNamePiece(StepName.Next), new StepNamePiece(StepName.How), ".Exit();");

    /// <summary>Notes that the body returns here.</summary>
    public void Return() => ReturnsWhileHolding |= Held > 0;

    /// <summary>Lowers the body of a region.</summary>
    public void In(Region region, Action body)
    {
        _around.Add(region);
        body();
        _around.RemoveAt(_around.Count - 1);
    }

    /// <summary>A label that stands here: a jump to it from within more regions crosses the moved finally blocks in between.</summary>
    public Label NewLabel(string hint, string? jump = null) => new(hint) { MovedDepth = MovedDepth, Jump = jump };

    /// <summary>
    /// How a body here releases its resource. The class can do it only where that looks the same as a finally block: no handler surrounds
    /// the body, and control leaves it by its end, by a return or by an exception.
    /// </summary>
    /// <param name="within">The syntax of the body.</param>
    /// <param name="suspends">Whether the body suspends.</param>
    /// <returns><see cref="RegionKind.Held"/> or <see cref="RegionKind.RealFinally"/>.</returns>
    public RegionKind CleanupFor(SyntaxNode within, bool suspends)
        => suspends && _around.TrueForAll(r => r.Kind == RegionKind.Held) && !JumpTargets.LeadOutOf(within)
            ? RegionKind.Held
            : RegionKind.RealFinally;
}
