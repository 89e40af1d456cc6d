using System;
using System.ComponentModel;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;
using CoroutineGen.Saving;

namespace CoroutineGen;

// Saving: what generated classes override. A coroutine is saved as the name of its point and its variables by name; of the runtime's own
// state, what it delegates to and what it has handed out.
public abstract partial class CoroutineCore<TYield>
{
    /// <summary>What it is saved as; null, the default, where it is not saveable.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual SavedKind? KindOf => null;

    /// <summary>How many calls of itself it has folded.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual int FoldedCalls => 0;

    /// <summary>Where one of the frames stands that it has folded.</summary>
    /// <param name="depth">How deep it is: 0 for its own.</param>
    /// <returns>The point, without the <see cref="Delegating"/> bit.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual int PointAt(int depth) => ResumePoint;

    /// <summary>The name of a point.</summary>
    /// <param name="point">A suspension point, without the <see cref="Delegating"/> bit.</param>
    /// <returns>The name; null for none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual SavedName? NameOfPoint(int point) => null;

    /// <summary>The point that has a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The point, without the <see cref="Delegating"/> bit; -1 for none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual int PointOfName(string name) => -1;

    /// <summary>Whether a point is one that delegates, and to what.</summary>
    /// <param name="point">The point.</param>
    /// <param name="inner">What it is to delegate to; null to ask whether it delegates at all.</param>
    /// <returns>Whether it does, and that fits.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool DelegatesAt(int point, object? inner) => false;

    /// <summary>Adds the coroutines that variables hold at a point, and looks whether an exception is pending.</summary>
    /// <param name="depth">The frame: 0 for its own.</param>
    /// <param name="point">Where that stands.</param>
    /// <param name="to">Takes them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void CollectSaved(int depth, int point, Saver to)
    {
    }

    /// <summary>Writes the variables that live at a point.</summary>
    /// <param name="depth">The frame: 0 for its own.</param>
    /// <param name="point">Where that stands; 0 for the start.</param>
    /// <param name="to">Takes them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void SaveVariables(int depth, int point, Saver to)
    {
    }

    /// <summary>Writes the value last handed out.</summary>
    /// <param name="to">Takes it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void SaveCurrent(Saver to)
    {
    }

    /// <summary>Writes what the body has returned.</summary>
    /// <param name="to">Takes it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void SaveResult(Saver to)
    {
    }

    /// <summary>Of an empty one: reads the variables that live at a point.</summary>
    /// <param name="point">The point; 0 for the start.</param>
    /// <param name="from">Gives them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void RestoreVariables(int point, Restorer from)
    {
    }

    /// <summary>Reads the value last handed out.</summary>
    /// <param name="from">Gives it.</param>
    /// <param name="isOptional">Whether it may not have been saved.</param>
    /// <returns>Whether it was saved; false by default, since a consumer hands nothing out.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool RestoreCurrent(Restorer from, bool isOptional) => false;

    /// <summary>Reads what the body has returned.</summary>
    /// <param name="from">Gives it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void RestoreResult(Restorer from)
    {
    }

    /// <summary>Of one that has been read: sets the variables that hold coroutines.</summary>
    /// <param name="point">Where it stands; 0 for the start.</param>
    /// <param name="from">Gives them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void RestoreCoroutines(int point, Restorer from)
    {
    }

    /// <summary>The name of the point where it stands, for everybody.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string NameOfPlace => (Point switch
    {
        Created => SavedNames.Start,
        Closed => SavedNames.End,
        < 0 => SavedNames.Running,
        _ when IsDelegating && IsDriven => SavedNames.Running,
        _ => NameOfPoint(PointAt(0)) ?? SavedNames.Running,
    }).Text;

    /// <summary>
    /// Whether its own driver has resumed it last: then it has the value that was handed out then, whatever became of others.
    /// </summary>
    private bool HasOwnValue => Tag == DriverNumber.OfTwin || (Rare is Driver<TYield> driver && driver.Number == Tag);

    /// <summary>Saves it; only a saveable class calls this (rule 227).</summary>
    /// <param name="writer">Takes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SaveTo(CoroutineWriter writer) => Saver.Run(writer ?? throw new ArgumentNullException(nameof(writer)), this);
}
