using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// What generated classes override and call: the contract of docs/internals/machine.md.
public abstract partial class Coroutine<TYield>
{
    /// <summary>The point of a coroutine of which nothing has run.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal const int Created = 0;

    /// <summary>The point of a coroutine whose body is executing.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal const int Running = -1;

    /// <summary>The point of a coroutine that has ended.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal const int Closed = -2;

    /// <summary>A bit that is set beside the number of a point where the coroutine waits for another one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal const int Delegating = 1 << 30;

    /// <summary>
    /// The only state: <see cref="Created"/>, the number of the point where the coroutine is suspended, with
    /// <see cref="Delegating"/> where it waits for another one, <see cref="Running"/> or <see cref="Closed"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal int Point;

    /// <summary>The name of the method, for <see cref="ToString"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract string Name { get; }

    /// <summary>The lowered body: goes on from a point and says where it stands then. It never touches <see cref="Point"/>.</summary>
    /// <param name="point">The point to go on from, without the <see cref="Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <returns>The point where it stands, or <see cref="Closed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int Step(int point, Resumption how);

    /// <summary>What surrounds a point of the body.</summary>
    /// <param name="point">A suspension point, without the <see cref="Delegating"/> bit.</param>
    /// <returns>The handlers; <see cref="Protection.None"/> by default.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Protection ProtectionAt(int point) => Protection.None;

    /// <summary>For debuggers: what a point of the body is in the user's source.</summary>
    /// <param name="point">A suspension point, without the <see cref="Delegating"/> bit; 0 for the start.</param>
    /// <returns>The place; null where nothing is known of it.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Place? Describe(int point) => null;

    /// <summary>Drops the captured state once the coroutine is closed (rule 105).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Clear()
    {
    }

    /// <summary>
    /// Gives back what the body holds at this moment, as the enumerator of a <c>foreach</c>: after a step that has failed, or has ended
    /// while it held something. Inner before outer, each even where the one before throws.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Release()
    {
    }

    /// <summary>Closes a coroutine whose step has failed.</summary>
    /// <param name="failure">The node of the exception that is on its way out; null where none was seen.</param>
    // Not a test whether there is something to release: where there is not, the object must not be handed to a method that isn't inlined.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Abandon(object? failure)
    {
        Point = Closed;
        Cold = failure as Coroutine<TYield>;
        CurrentValue = default!;
        Clear();
    }

    /// <summary>
    /// <see cref="Abandon"/> for a body that may hold something: it is given back while the coroutine still counts as running.
    /// </summary>
    /// <param name="failure">The exception that is on its way out, unless giving back throws another one.</param>
    // Inlined, its handlers would stand within those of the guard, which the JIT then leaves less room.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected void AbandonHeld(object? failure)
    {
        try
        {
            Release();
        }
        catch (Exception error) when ((failure = error) is CoroutineCompletedException)
        {
            error = Leaked(error);
            failure = error;
            throw error;
        }
        finally
        {
            End(failure);
        }
    }

    /// <summary>
    /// <see cref="MoveNext"/> for a body that never delegates. Everything is inlined into the override of the sealed class and
    /// from there into a plain <c>foreach</c>, so that the coroutine never needs the heap where the body is small.
    /// </summary>
    /// <returns>True at a yield; false when the coroutine has ended, now or before.</returns>
    // The guard: an exception is only looked at in passing, by a filter that lets it go on, because a method with a clause that catches
    // and rethrows keeps its variables in memory and the object on the heap. A filter may see exceptions that something within the body
    // replaces later, so it is the finally block that decides: a step that has not come back has left the coroutine running. The filter
    // keeps what it sees in a field, since a local would have to be cleared each time; nothing else is there while such a body runs.
    // A step that comes back has ended, until it is seen that it yields: so the point is a constant where the finally block reads it on
    // the way out, and the JIT drops the test there. It also leaves out that of Current, since the point is stored right before.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool DirectMoveNext()
    {
        int point = Point;
        if (point < 0)
        {
            Refuse(point);
            return false;
        }
        Point = Running;
        try
        {
            point = Step(point, Resumption.Next);
            Point = Closed;
        }
        catch (Exception error) when ((Cold = ErrorNode<TYield>.Of(error)) is not null && error is CoroutineCompletedException)
        {
            error = Leaked(error);
            Cold = ErrorNode<TYield>.Of(error);
            throw error;
        }
        finally
        {
            if (Point == Running)
                Abandon(Cold);
        }
        if (point > 0)
        {
            Point = point;
            return true;
        }
        End();
        return false;
    }

    /// <summary><see cref="Dispose"/> for a body that never delegates and has nothing to run when it is closed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void DirectDispose()
    {
        int point = Point;
        if (point >= 0)
            End();
        else
            Refuse(point);
    }

    /// <summary>What a pure body has come to: it cannot fail, so it says where it stands by itself, without a guard around it.</summary>
    /// <param name="point">The suspension point, or <see cref="Closed"/>.</param>
    /// <returns>True at a yield, false at the end.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Stand(int point)
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
    protected void PureDispose() => Stand(Closed);

    /// <summary><see cref="Current"/> for a body that never delegates.</summary>
    /// <exception cref="InvalidOperationException">The coroutine is not suspended (rule 31).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TYield DirectCurrent
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (Point <= 0)
                Raise.NoCurrent();
            return CurrentValue;
        }
    }

    /// <summary>For a coroutine that cannot be resumed as it is asked to be: comes back only where it is closed.</summary>
    /// <param name="point">Where it stands: not at a yield.</param>
    /// <exception cref="CoroutineStateException">It is running, or has not been started.</exception>
    // Static: the coroutine must not be handed to anything that is not inlined.
    // Without a value: where the answer is a constant in the caller, the JIT leads the way on from there past the loop's own test.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Refuse(int point)
    {
        if (point != Closed)
            Raise.NotResumable(point);
    }

    /// <summary>What the body delegates through: only a step can be given one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Delegator<TYield> Delegator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(this);
    }

    /// <summary>Starts a delegation: whoever called the step runs <paramref name="inner"/> and then steps on at the point.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    internal int DelegateTo(int point, IEnumerable<TYield> inner)
    {
        Slot = inner switch
        {
            Coroutine<TYield> coroutine => coroutine,
            ICoroutine<TYield> foreign => new ForeignNode<TYield>(foreign),
            null => throw new ArgumentNullException(nameof(inner)),
            _ => new SequenceNode<TYield>(inner),
        };
        return point | Delegating;
    }

    /// <summary>The same for what is known to be one of ours.</summary>
    internal int DelegateTo(int point, Coroutine<TYield> inner)
    {
        Slot = inner ?? throw new ArgumentNullException(nameof(inner));
        return point | Delegating;
    }

    /// <summary>The value of a delegation that has ended.</summary>
    /// <typeparam name="TResult">The type of the expression.</typeparam>
    /// <returns>What the inner coroutine returned (rule 79); <c>default</c> where it had finished before (rules 89 and 91).</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal TResult Delegated<TResult>()
    {
        var inner = Link;
        Slot = null;
        return inner is { HasOutcome: true } && inner.Original is ICoroutineResult<TResult> result ? result.Result : default!;
    }

    /// <summary>
    /// Makes real what is folded: a method that delegates to itself keeps the frames of its inner coroutines to itself, as long as nobody
    /// can tell. Called while suspended at a yield, by whatever could.
    /// </summary>
    /// <returns>True where there were such frames: then the coroutine delegates now to another one, and that to the next.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool Unfold() => false;

    /// <summary>Stands at a delegation to a coroutine that has been started already.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void WaitFor(int point, Coroutine<TYield> inner)
    {
        Slot = inner;
        Point = point | Delegating;
    }

    /// <summary>The same for the outermost coroutine, which has handed out the value of the innermost itself.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void HaveWaitedFor(int point, Coroutine<TYield> inner)
    {
        WaitFor(point, inner);
        if (Tag == 0)
            Tag = OwnDriver().Number;
    }

    /// <summary>What a body with protected points is told of how it is entered.</summary>
    /// <param name="how">How the step was entered.</param>
    /// <returns>Nothing for <see cref="Resumption.Next"/>; else that it is to unwind, with the pending exception if there is one.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Unwinding Entered(Resumption how) => how == Resumption.Next ? default : ToUnwind(how);

    // On its own, so that nothing is left of it where the step is inlined into a foreach.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Unwinding ToUnwind(Resumption how) => how == Resumption.Throw ? new Unwinding(TakeParked()) : Unwinding.Close;
}
