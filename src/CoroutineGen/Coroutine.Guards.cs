using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// The guards: what stands around a step, so that whatever happens in it the coroutine is closed, or stands where the step has come to.
//
// An exception is only looked at in passing, by a filter that lets it go on: a method with a clause that catches and rethrows keeps its
// variables in memory and the object on the heap, and costs a second pass. A filter may see an exception that a finally block within the
// body replaces later, so it is the finally block here that decides: a step that has not come back has left Running in Point.
//
// There are four, two for each of what can be resumed with:
//     Advance         the step may have come to a delegation; a method of its own, called by MoveNext, TrySend, TryThrow and Close
//     DirectMoveNext, DirectTrySend
//                     the body never delegates; inlined into the override of the sealed class, and from there into a foreach. The filter
//                     keeps what it sees in a field, since a local would have to be cleared each time; nothing else is there meanwhile.
//                     A step that comes back counts as ended until it is seen that it yields: then Point is a constant where the finally
//                     block reads it on the way out, and the JIT drops the test there, and that of Current behind it.
//
// One guard for all would be generic over a struct that knows which step to call. Where a type argument is a reference type, its code is
// shared and looks types up at run time: measured, 5.4 ns a value instead of 3.3. A delegate is not inlined at all. So the text is there
// four times, and a test (GuardTests) keeps the four from drifting apart.
public abstract partial class Coroutine<TYield>
{
    /// <summary>Steps the body as its user's own resumption: marked running, closed when it fails.</summary>
    /// <returns>True when something is yielded, false when the body has ended.</returns>
    private protected bool Advance(int point, Resumption how)
    {
        Exception? failure = null;
        Point = Running;
        try
        {
            Point = point = Step(point, how);
        }
        catch (Exception error) when ((failure = error) is CoroutineCompletedException)
        {
            throw failure = Leaked(error);
        }
        finally
        {
            if (Point == Running)
                Abandon(failure is null ? null : ErrorNode<TYield>.Of(failure));
        }
        return (uint)(point - 1) < Delegating - 1 || Arrive(point);
    }

    /// <summary>
    /// <see cref="MoveNext"/> for a body that never delegates. Everything is inlined into the override of the sealed class and
    /// from there into a plain <c>foreach</c>, so that the coroutine never needs the heap where the body is small.
    /// </summary>
    /// <returns>True at a yield; false when the coroutine has ended, now or before.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool DirectMoveNext()
    {
        int point = Point;
        if (point < 0)
        {
            ThrowUnlessClosed(point);
            return false;
        }
        Point = Running;
        try
        {
            point = Step(point, Resumption.Next);
            Point = Closed;
        }
        catch (Exception error) when ((Rare = ErrorNode<TYield>.Of(error)) is not null && error is CoroutineCompletedException)
        {
            throw LeakedDone();
        }
        finally
        {
            if (Point == Running)
                Abandon(Rare);
        }
        if (point > 0)
        {
            Point = point;
            return true;
        }
        End();
        return false;
    }
}

public abstract partial class Coroutine<TYield, TSend>
{
    /// <summary>
    /// Steps the body as its user's own resumption. On its own, so that a chain does not enter a method with handlers twice.
    /// </summary>
    private bool Advance(int point, TSend value)
    {
        Exception? failure = null;
        Point = Running;
        try
        {
            Point = point = Step(point, Resumption.Next, value);
        }
        catch (Exception error) when ((failure = error) is CoroutineCompletedException)
        {
            throw failure = Leaked(error);
        }
        finally
        {
            if (Point == Running)
                Abandon(failure is null ? null : ErrorNode<TYield>.Of(failure));
        }
        return (uint)(point - 1) < Delegating - 1 || Arrive(point);
    }

    /// <summary><see cref="TrySend"/> for a body that never delegates, inlined into the override of the sealed class.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool DirectTrySend(TSend value)
    {
        int point = Point;
        if (point <= 0)
        {
            ThrowUnlessClosed(point);
            return false;
        }
        Point = Running;
        try
        {
            point = Step(point, Resumption.Next, value);
            Point = Closed;
        }
        catch (Exception error) when ((Rare = ErrorNode<TYield>.Of(error)) is not null && error is CoroutineCompletedException)
        {
            throw LeakedDone();
        }
        finally
        {
            if (Point == Running)
                Abandon(Rare);
        }
        if (point > 0)
        {
            Point = point;
            return true;
        }
        End();
        return false;
    }
}
