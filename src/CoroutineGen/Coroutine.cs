using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Debugging;
using CoroutineGen.Delegation;

namespace CoroutineGen;

/// <summary>
/// A coroutine that hands out values: what a <see cref="CoroutineAttribute"/> method with a <see cref="Yield{TYield}"/> parameter
/// becomes. It is its own enumerator, single pass (rules 109 and 115).
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <remarks>
/// Not safe for use by several threads at a time; one after the other is fine (rule 73). Whatever is called while the body runs
/// fails with <see cref="CoroutineStateReason.Running"/> and changes nothing (rule 71).
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(CoroutineView<>))]
[StackTraceHidden]
public abstract partial class Coroutine<TYield> : CoroutineCore<TYield>, ICoroutine<TYield>, IEnumerator<TYield>
{
    /// <summary>Makes a coroutine of which nothing has run (rule 1).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable RS0022 // It opens the class above, as it is meant to: PublicApiTests lists what generated code inherits from there.
    protected Coroutine()
#pragma warning restore RS0022
    {
    }

    /// <summary>Where the coroutine is in its life. Never fails.</summary>
    public CoroutineState State => CurrentState;

    /// <summary>
    /// The value last handed out. While the coroutine delegates and is itself resumed through another one that delegates to it, this
    /// is what the innermost coroutine last handed out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The coroutine is not suspended (rule 31).</exception>
    public TYield Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int point = Point;
            if ((uint)(point - 1) < Delegating - 1)
                return CurrentValue;
            if (point < Delegating)
                Raise.NoCurrent(Name);
            return Driver<TYield>.CurrentOf(Rare, Tag, CurrentValue);
        }
    }

    /// <summary>What ended the coroutine: the exception that escaped from its body (rule 33), or null.</summary>
    public Exception? Error => Failure;

    /// <summary>The line and the expression of its body where it is suspended, as in <c>Stats.cs:17, yield(average)</c>.</summary>
    /// <value>
    /// Null unless it is suspended, and where the place is not known. What an inner coroutine is suspended at, <see cref="Delegate"/> says.
    /// </value>
    public string? SuspendedAt => OwnPlace;

    /// <summary>
    /// The object that the coroutine delegates to at this moment, as it was given to <c>yield.From</c>; null unless it is suspended
    /// in a delegation (rule 104). Python's <c>gi_yieldfrom</c>.
    /// </summary>
    public object? Delegate => DelegatesTo;

    object? IEnumerator.Current => Current;

    /// <summary>Runs to the next yield. At a two-way yield, the value of the expression is <c>default</c> (rules 8 and 12).</summary>
    /// <returns>
    /// True at a yield, whose value is <see cref="Current"/>; false when the coroutine has ended, now or before (rule 26).
    /// </returns>
    /// <exception cref="CoroutineStateException">
    /// It is running, or a <see cref="CoroutineCompletedException"/> escaped from the body.
    /// </exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32); the coroutine is closed then.</exception>
    public virtual bool MoveNext()
    {
        int point = Point;
        if ((uint)point < Delegating)
            return Advance(point, Resumption.Next);
        if (point > 0)
            return (Rare ?? this).Drive(this);
        ThrowUnlessClosed(point);
        return false;
    }

    /// <summary>Runs to the next yield and gives its value. Python's <c>next</c>.</summary>
    /// <returns>The value handed out.</returns>
    /// <exception cref="CoroutineCompletedException">The coroutine returned, or had ended before (rules 24 to 26).</exception>
    /// <exception cref="CoroutineStateException">
    /// It is running, or a <see cref="CoroutineCompletedException"/> escaped from the body.
    /// </exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public TYield Next()
    {
        bool ended = Point == Closed;
        if (!MoveNext())
            Raise.Completed(ended ? null : BoxedResult, Name);
        return CurrentValue;
    }

    /// <summary>Raises an exception at the yield where the coroutine stands, and runs on from there (rules 42 to 54).</summary>
    /// <param name="error">What to raise: the very object.</param>
    /// <returns>The value of the next yield, when the body catches the exception and yields.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null; the coroutine is untouched.</exception>
    /// <exception cref="CoroutineCompletedException">The body caught the exception and returned (rule 45).</exception>
    /// <exception cref="CoroutineStateException">
    /// It is running, or a <see cref="CoroutineCompletedException"/> escaped from the body.
    /// </exception>
    /// <exception cref="Exception"><paramref name="error"/> itself where nothing catches it, or what the body raises instead.</exception>
    public TYield Throw(Exception error)
    {
        if (!TryThrow(error))
            Raise.Completed(BoxedResult, Name);
        return CurrentValue;
    }

    /// <summary>As <see cref="Throw"/>, but a body that catches the exception and returns gives false.</summary>
    /// <param name="error">What to raise: the very object.</param>
    /// <returns>True when the body catches the exception and yields; false when it catches it and returns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null; the coroutine is untouched.</exception>
    /// <exception cref="CoroutineStateException">
    /// It is running, or a <see cref="CoroutineCompletedException"/> escaped from the body.
    /// </exception>
    /// <exception cref="Exception"><paramref name="error"/> itself where nothing catches it, or what the body raises instead.</exception>
    public bool TryThrow(Exception error)
    {
        if (error is null)
            throw new ArgumentNullException(nameof(error));
        int point = Point;
        if (point >= Delegating || (point > 0 && error is CoroutineExitException && Unfold()))
            return OwnDriver().Throw(this, error);
        switch (point)
        {
            case Closed:
                throw Fault.Rethrow(error);
            case Created:
                End(error);
                throw Fault.Rethrow(error);
            case < 0:
                throw Raise.Running(Name);
        }
        if ((ProtectionAt(point) & ~Protection.Held) == Protection.None)
        {
            Point = Running;
            throw Fault.Rethrow(Fail(error));
        }
        Park(error);
        return Advance(point, Resumption.Throw);
    }

    /// <summary>
    /// Ends the coroutine: its finally blocks run, inner before outer, and nothing after them (rules 55 to 65). A clause that names
    /// <see cref="CoroutineExitException"/> sees one. Does nothing on a closed coroutine.
    /// </summary>
    /// <exception cref="CoroutineStateException">
    /// It is running; or it yielded instead of ending, and is suspended there (rules 61 and 62); or a
    /// <see cref="CoroutineCompletedException"/> escaped from the body.
    /// </exception>
    /// <exception cref="Exception">
    /// What the body raises while it unwinds, except a <see cref="CoroutineExitException"/> (rule 63).
    /// </exception>
    public void Close()
    {
        int point = Point;
        if (point >= Delegating)
        {
            OwnDriver().Close(this);
            return;
        }
        if (point == Closed)
            return;
        if (point < 0)
            throw Raise.Running(Name);

        var protection = point == Created ? Protection.None : ProtectionAt(point);
        if ((protection & (Protection.Finally | Protection.Exit)) == 0)
        {
            if ((protection & Protection.Held) == 0)
                End();
            else
                CloseHeld();
        }
        else if (Unfold())
            OwnDriver().Close(this);
        else if (Unwind(point, protection))
            throw IgnoredExit();
    }

    /// <summary>
    /// <see cref="Close"/>, for <c>using</c> and <c>foreach</c> (rules 69, 110 and 111). There is no finalizer (rule 113).
    /// </summary>
    /// <exception cref="CoroutineStateException">As for <see cref="Close"/>.</exception>
    [SuppressMessage("Usage", "CA1816", Justification = "No finalizer, here or in generated classes.")]
    // A call and not the code: inlined into the finally block of a foreach, as tiered PGO would, it keeps the JIT from copying that block
    // to the loop's end, and then all that lives across the loop lives in memory.
    public virtual void Dispose()
    {
        if (Point != Closed)
            CloseNow();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseNow() => Close();

    /// <summary>The coroutine itself: iteration goes on where it stands (rule 109).</summary>
    /// <returns>This object.</returns>
    public Coroutine<TYield> GetEnumerator() => this;

    IEnumerator<TYield> IEnumerable<TYield>.GetEnumerator() => this;

    IEnumerator IEnumerable.GetEnumerator() => this;

    void IEnumerator.Reset() => throw new NotSupportedException("A coroutine runs once; make a new one.");

    /// <summary>Goes on from a point where nothing is yielded: the end, or a delegation.</summary>
    private protected bool Arrive(int point)
    {
        if (point > 0)
            return OwnDriver().Begin(this);
        End();
        return false;
    }

    /// <summary>Closes from a point where nothing of the body has to run but what it holds.</summary>
    private void CloseHeld()
    {
        Point = Running;
        try
        {
            AbandonHeld(null);
        }
        catch (CoroutineExitException)
        {
            Absorb();
        }
    }

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
}
