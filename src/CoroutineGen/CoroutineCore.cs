using System;
using System.ComponentModel;
using System.Diagnostics;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

/// <summary>
/// The state machine of a coroutine, without the operations of its user: the state, the lowered body, completion, and the link to the
/// coroutine that it delegates to. Derive from <see cref="Coroutine{TYield}"/> instead.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <remarks>
/// Nothing here depends on how a step is waited for: a coroutine with asynchronous steps can share the state, the links and the driver.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public abstract partial class CoroutineCore<TYield>
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

    /// <summary>The point of a coroutine that a driver is executing, rather than its own user: see <see cref="IsDriven"/>.</summary>
    internal const int Driven = -3;

    /// <summary>The point of a <see cref="Driver{TYield}"/>: no coroutine, but stored in the same field as one.</summary>
    internal const int Driving = -4;

    /// <summary>Instead of a point: the step has failed.</summary>
    internal const int Faulted = int.MinValue;

    /// <summary>Instead of a point: the step waits for something. Its coroutine is left as running until it has come back.</summary>
    internal const int Awaiting = -5;

    /// <summary>
    /// The only state: <see cref="Created"/>, the number of the point where the coroutine is suspended, with
    /// <see cref="Delegating"/> where it waits for another one, <see cref="Running"/> or <see cref="Closed"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal int Point;

    /// <summary>The value last handed out: a step stores it here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal TYield CurrentValue = default!;

    /// <summary>
    /// Everything rare in one reference. Closed: the error. Otherwise the <see cref="Driver{TYield}"/> of a coroutine that is or was
    /// resumed while delegating, or else what <see cref="InnerOrParked"/> holds.
    /// </summary>
    // The driver and the parked exception derive from this class too, so that a link is followed without a cast. An unchecked cast would be
    // a type confusion in a data race (a crash); a checked one costs more than the rest of a step.
    internal CoroutineCore<TYield>? Rare;

    /// <summary>The number of the driver that has this coroutine on its stack, or 0.</summary>
    internal int Tag;

    private protected CoroutineCore()
    {
    }

    /// <summary>Where it is in its life.</summary>
    private protected CoroutineState CurrentState => Point switch
    {
        Created => CoroutineState.Created,
        Closed => CoroutineState.Closed,
        < 0 => CoroutineState.Running,
        < Delegating => CoroutineState.Suspended,
        _ => IsDriven ? CoroutineState.Running : CoroutineState.Suspended,
    };

    /// <summary>The exception that has ended it, or null.</summary>
    private protected Exception? Failure => Point == Closed ? (Rare as ErrorNode<TYield>)?.Raised : null;

    /// <summary>The coroutine that this one delegates to, or an exception that waits to be raised in the body.</summary>
    internal ref CoroutineCore<TYield>? InnerOrParked
    {
        get
        {
            if (Rare is { Point: Driving } driver)
                return ref driver.Rare;
            return ref Rare;
        }
    }

    /// <summary>The coroutine that this one delegates to: the truth about a chain, of which a driver's stack is a copy.</summary>
    internal CoroutineCore<TYield>? Link => InnerOrParked is { } inner and not ErrorNode<TYield> ? inner : null;

    /// <summary><see cref="Link"/> of a coroutine whose point says that it delegates; null only while another thread is at it.</summary>
    internal CoroutineCore<TYield>? Waited => InnerOrParked;

    /// <summary>What it delegates to, as the user has given it; null unless it is suspended in a delegation.</summary>
    private protected object? DelegatesTo
    {
        get
        {
            EnsureUnfolded();
            return Point >= Delegating && !IsDriven ? Link?.Original : null;
        }
    }

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

    /// <summary>Unfolds a coroutine that is suspended at a yield, before somebody looks at what it delegates to.</summary>
    internal void EnsureUnfolded()
    {
        if (Point is > Created and < Delegating)
            Unfold();
    }

    /// <summary>Where it stands, for debuggers; null while it runs and when it is closed.</summary>
    internal Place? CurrentPlace
    {
        get
        {
            EnsureUnfolded();
            return Point >= Created ? Describe(ResumePoint) : null;
        }
    }

    /// <summary>Where it is suspended. Nothing is unfolded for that: another thread may log it than the one that runs it.</summary>
    private protected string? OwnPlace => PlaceIn(CurrentState);

    /// <summary>The name of the method and the state.</summary>
    private protected string NameAndState => $"{Name} [{CurrentState}]";

    /// <summary>The same with the user's line and expression where it waits, also while it is resumed through another one.</summary>
    internal virtual string DebuggerText => Point > Created && CurrentPlace is { } place ? $"{NameAndState} at {place}" : NameAndState;

    /// <summary>
    /// The name of the method, the state, and where it is suspended, as in <c>Averager [Suspended] at Stats.cs:17, yield(average)</c>
    /// (rule 107).
    /// </summary>
    /// <returns>The text.</returns>
    public sealed override string ToString()
    {
        // Asked once: down a chain it is a long way, and another thread may change it.
        var state = CurrentState;
        return PlaceIn(state) is { } place ? $"{Name} [{state}] at {place}" : $"{Name} [{state}]";
    }

    private string? PlaceIn(CoroutineState state) => state == CoroutineState.Suspended ? Describe(OwnPoint)?.ToString() : null;
}
