using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// How a coroutine is stepped, and how it ends: what the public operations and the delegation driver share.
public abstract partial class Coroutine<TYield>
{
    /// <summary>The point of a coroutine that a driver is executing, rather than its own user: see <see cref="IsDriven"/>.</summary>
    internal const int Driven = -3;

    /// <summary>The point of a <see cref="Driver{TYield}"/>, which is no coroutine, but stands in a chain where one could.</summary>
    internal const int Driving = -4;

    /// <summary>The value last handed out: a step stores it here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal TYield CurrentValue = default!;

    /// <summary>
    /// Everything rare in one reference. Closed: the error. Otherwise the <see cref="Driver{TYield}"/> of a coroutine that is or was
    /// resumed while delegating, or else what <see cref="Slot"/> holds.
    /// </summary>
    // All that can stand here is made to be of one type, so that a link is followed without a cast: one that is not checked would let
    // racing threads take one object for another, and a checked one takes longer than the rest of a step.
    internal Coroutine<TYield>? Cold;

    /// <summary>The number of the driver that has this coroutine on its stack, or 0.</summary>
    internal int Tag;

    /// <summary>The coroutine that this one delegates to, or an exception that waits to be raised in the body.</summary>
    internal ref Coroutine<TYield>? Slot
    {
        get
        {
            if (Cold is { Point: Driving } driver)
                return ref driver.Cold;
            return ref Cold;
        }
    }

    /// <summary>The coroutine that this one delegates to: the truth about a chain, of which a driver's stack is a copy.</summary>
    internal Coroutine<TYield>? Link => Slot is { } inner and not ErrorNode<TYield> ? inner : null;

    /// <summary><see cref="Link"/> of a coroutine whose point says that it delegates; null only while another thread is at it.</summary>
    internal Coroutine<TYield>? Waited => Slot;

    /// <summary>Whether it waits for another one.</summary>
    internal bool IsDelegating => Point >= Delegating;

    /// <summary>The point to go on from: without the bit that says what is waited for.</summary>
    internal int ResumePoint => Point & ~Delegating;

    /// <summary>What the user sees of this node as a delegate.</summary>
    internal virtual object Original => this;

    /// <summary>Whether the body has returned a value.</summary>
    internal virtual bool HasOutcome => false;

    /// <summary>The result, boxed, for <see cref="CoroutineCompletedException.Result"/>.</summary>
    internal virtual object? BoxedResult => null;

    /// <summary>
    /// Whether this delegating coroutine is on the stack of a driver at work: then it counts as running (rule 75). Links are followed
    /// in a loop, since chains are deep.
    /// </summary>
    internal bool IsDriven
    {
        get
        {
            var end = Driver<TYield>.EndOf(this);
            return end.Point == Driven && end.Tag == Tag;
        }
    }

    /// <summary>Steps the body, without any guard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Enter(int point, Resumption how) => Step(point, how);

    /// <summary>
    /// Steps the body with a value of a type that only the object itself knows; dropped where it is not what the body receives.
    /// </summary>
    internal virtual int EnterBoxed(int point, object? sent) => Step(point, Resumption.Next);

    /// <summary>What surrounds a point, for the driver.</summary>
    internal Protection Surrounding(int point) => ProtectionAt(point);

    /// <summary>Unfolds where suspended at a yield: who looks at the chain is to find it.</summary>
    internal void Reveal()
    {
        if (Point is > Created and < Delegating)
            Unfold();
    }

    /// <summary>Where it stands, for debuggers; null while it runs and when it is closed.</summary>
    internal Place? Standing
    {
        get
        {
            Reveal();
            return Point >= Created ? Describe(ResumePoint) : null;
        }
    }

    /// <summary><see cref="ToString"/> with the user's line and expression where it waits.</summary>
    internal string DebuggerText => Point > Created && Standing is { } place ? $"{this} at {place}" : ToString();

    /// <summary>
    /// What leaves the frame when an exception escapes from the body: PEP 479 keeps Done from passing for an end (rule 35).
    /// </summary>
    internal virtual Exception Escaping(Exception error)
        => error is CoroutineCompletedException ? Leaked(error) : error;

    /// <summary>Keeps an exception for the step that is to raise it.</summary>
    internal void Park(Exception error) => Slot = ErrorNode<TYield>.Of(error);

    /// <summary>Closes the coroutine because of an exception that escaped from its body.</summary>
    /// <returns>The exception that its user gets.</returns>
    internal Exception Fail(Exception error)
    {
        try
        {
            Release();
        }
        catch (Exception other)
        {
            error = other;
        }
        error = Escaping(error);
        End(error);
        return error;
    }

    /// <summary>Closes the coroutine without an error; a result that the body has left stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End()
    {
        Point = Closed;
        Cold = null;
        CurrentValue = default!;
        Clear();
    }

    /// <summary>Closes the coroutine because of an error.</summary>
    /// <param name="error">An exception, or its node; null for none.</param>
    // Apart from the above: to make a node, in a guard that is inlined, would keep the step from being inlined there.
    internal void End(object? error)
    {
        Point = Closed;
        Cold = error is null ? null : ErrorNode<TYield>.Of(error);
        CurrentValue = default!;
        Clear();
    }

    /// <summary>What the user gets instead of a <see cref="CoroutineCompletedException"/> that escaped from the body (rule 35).</summary>
    private protected static Exception Leaked(Exception completed)
        => new CoroutineStateException(CoroutineStateReason.LeakedDone, completed);

    /// <summary>Steps the body as its user's own resumption: marked running, closed when it fails.</summary>
    /// <returns>True when something is yielded, false when the body has ended.</returns>
    // The guard is explained at DirectMoveNext.
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

    /// <summary>Goes on from a point where nothing is yielded: the end, or a delegation.</summary>
    private protected bool Arrive(int point)
    {
        if (point > 0)
            return OwnDriver().Begin(this);
        End();
        return false;
    }

    /// <summary>The driver of this coroutine as the root of a chain. Made at the first delegation that needs it.</summary>
    private protected Driver<TYield> OwnDriver()
    {
        var cold = Cold;
        if (cold is Driver<TYield> driver)
            return driver;
        driver = NewDriver(cold);
        Cold = driver;
        return driver;
    }

    /// <summary>A driver that can send what this coroutine is sent.</summary>
    private protected virtual Driver<TYield> NewDriver(Coroutine<TYield>? slot) => new(slot);

    /// <summary>
    /// Resumes a delegating coroutine that has this object in its <see cref="Cold"/>: as a rule its driver, which overrides it.
    /// </summary>
    internal virtual bool Drive(Coroutine<TYield> root) => root.OwnDriver().Drive(root);

    /// <summary>Closes from a point that has something to run.</summary>
    /// <returns>True when the body yields instead of ending.</returns>
    private bool Unwind(int point, Protection protection)
    {
        var how = Resumption.Close;
        if ((protection & Protection.Exit) != 0)
        {
            Park(new CoroutineExitException());
            how = Resumption.Throw;
        }
        try
        {
            return Advance(point, how);
        }
        catch (CoroutineExitException)
        {
            Absorb();
            return false;
        }
    }

    /// <summary>Makes a failure by an exit an end like any other (rule 58).</summary>
    internal void Absorb()
    {
        Cold = null;
        ForgetResult();
    }

    /// <summary>Takes back a result that was left before an exception in a finally block.</summary>
    private protected virtual void ForgetResult()
    {
    }

    /// <summary>Gives the parked exception to the step that was entered for it.</summary>
    internal Exception TakeParked()
    {
        ref var slot = ref Slot;
        var parked = slot as ErrorNode<TYield>;
        slot = null;
        // It can be gone only where another thread runs the coroutine at the same time.
        return parked?.Raised ?? Raise.Running();
    }
}
