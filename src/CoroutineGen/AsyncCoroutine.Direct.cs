using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen;

// Shorter ways, for bodies that await nothing but their yields, and never delegate: nothing of theirs ever waits.
public abstract partial class AsyncCoroutine<TYield>
{
    /// <summary>What a pure body has come to: it cannot fail, and no context matters to it, so there is no guard around it.</summary>
    /// <param name="point">The suspension point, or <see cref="CoroutineCore{TYield}.Closed"/>.</param>
    /// <returns>True at a yield, false at the end.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ValueTask<bool> StoreAndTell(int point)
    {
        if (point > 0)
        {
            Point = point;
            return new ValueTask<bool>(true);
        }
        End();
        return default;
    }

    /// <summary>For a body that never waits: a resumption of what does not stand where it can be resumed.</summary>
    /// <param name="point">Where it stands.</param>
    /// <returns>False where it is closed.</returns>
    /// <exception cref="CoroutineStateException">It is running, or has not been started.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected ValueTask<bool> NotResumed(int point)
    {
        ThrowIfNotTaken();
        if (point != Closed)
            Raise.NotStartedOrInProgress(point, Name);
        return default;
    }

    /// <summary><see cref="MoveNextAsync"/> for a body that never waits and never delegates.</summary>
    /// <returns>True at a yield; false when the coroutine has ended, now or before; otherwise what escapes from the body.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ValueTask<bool> DirectMoveNextAsync()
    {
        int point = Point;
        if (point < 0)
            return NotResumed(point);
        Point = Running;
        if (!Surroundings.Suit(Context, out var around))
            return Advance(point, Resumption.Next);
        try
        {
            point = Step(point, Resumption.Next);
        }
        catch (Exception error)
        {
            return FailedIn(around, error);
        }
        return Reached(around, point);
    }

    /// <summary>Leaves a step that has come back: nothing that it has changed is left behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected ValueTask<bool> Reached(Surroundings around, int point)
    {
        around.Return(ref Context);
        return StoreAndTell(point);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected ValueTask<bool> FailedIn(Surroundings around, Exception error)
    {
        around.Return(ref Context);
        return Failed(Fail(error));
    }
}

public abstract partial class AsyncCoroutine<TYield, TSend>
{
    /// <summary><see cref="TrySendAsync"/> for a body that never waits and never delegates.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before; otherwise what escapes from the body.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ValueTask<bool> DirectTrySendAsync(TSend value)
    {
        int point = Point;
        if (point <= 0)
            return NotResumed(point);
        Point = Running;
        if (!Surroundings.Suit(Context, out var around))
            return Advance(point, value);
        try
        {
            point = Step(point, Resumption.Next, value);
        }
        catch (Exception error)
        {
            return FailedIn(around, error);
        }
        return Reached(around, point);
    }
}
