using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen;

// Shorter ways, for bodies that never delegate: inlined into the override of the sealed class, and from there into a plain foreach.
public abstract partial class Coroutine<TYield>
{
    /// <summary>What a pure body has come to: it cannot fail, so it says where it stands by itself, without a guard around it.</summary>
    /// <param name="point">The suspension point, or <see cref="CoroutineCore{TYield}.Closed"/>.</param>
    /// <returns>True at a yield, false at the end.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool StoreAndTell(int point)
    {
        if (point > 0)
        {
            Point = point;
            return true;
        }
        Point = Closed;
        CurrentValue = default!;
        Clear();
        return false;
    }

    /// <summary><see cref="Dispose"/> for a pure body, which is never found running.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void PureDispose() => StoreAndTell(Closed);

    /// <summary><see cref="Dispose"/> for a body that never delegates and has nothing to run when it is closed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void DirectDispose()
    {
        int point = Point;
        if (point >= 0)
            End();
        else
            ThrowUnlessClosed(point);
    }

    /// <summary><see cref="Current"/> for a body that never delegates.</summary>
    /// <exception cref="InvalidOperationException">The coroutine is not suspended (rule 31).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TYield DirectCurrent
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (Point <= 0)
                Raise.NoCurrent(Name);
            return CurrentValue;
        }
    }
}
