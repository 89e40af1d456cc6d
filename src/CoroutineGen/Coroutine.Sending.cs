using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

/// <summary>A coroutine that is sent values (PEP 342).</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
[StackTraceHidden]
public abstract partial class Coroutine<TYield, TSend> : Coroutine<TYield>, ICoroutine<TYield, TSend>
{
    /// <summary>Makes a coroutine of which nothing has run (rule 1).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Coroutine()
    {
    }

    /// <summary>
    /// Runs a fresh coroutine to its first yield, so that it can be sent values. Does nothing when it is suspended (rule 6).
    /// </summary>
    /// <returns>The coroutine itself; the first value is <see cref="Coroutine{TYield}.Current"/>.</returns>
    /// <exception cref="CoroutineCompletedException">It is closed, or ends before its first yield.</exception>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public Coroutine<TYield, TSend> Prime()
    {
        switch (State)
        {
            case CoroutineState.Running:
                throw Raise.Running(Name);
            case CoroutineState.Created or CoroutineState.Closed:
                Next();
                break;
        }
        return this;
    }

    /// <summary>Makes <paramref name="value"/> the value of the yield where the coroutine stands, and runs to the next one.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>The value of the next yield.</returns>
    /// <exception cref="CoroutineCompletedException">The coroutine returned, or had ended before (rules 24 to 26).</exception>
    /// <exception cref="CoroutineStateException">
    /// It has not been started (rule 7; it is untouched), or is running; or a <see cref="CoroutineCompletedException"/> escaped.
    /// </exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    // Inlined where the concrete class is known, so that its own TrySend is, too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TYield Send(TSend value)
    {
        bool ended = Point == Closed;
        if (!TrySend(value))
            Raise.Completed(ended ? null : BoxedResult, Name);
        return CurrentValue;
    }

    /// <summary>As <see cref="Send"/>, but the end of the coroutine gives false.</summary>
    /// <param name="value">What to send. Dropped while the coroutine delegates to something that does not receive it (rule 99).</param>
    /// <returns>
    /// True at a yield, whose value is <see cref="Coroutine{TYield}.Current"/>; false when the coroutine has ended, now or before.
    /// </returns>
    /// <exception cref="CoroutineStateException">
    /// It has not been started (rule 7; it is untouched), or is running; or a <see cref="CoroutineCompletedException"/> escaped.
    /// </exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public virtual bool TrySend(TSend value)
    {
        int point = Point;
        if (point >= Delegating)
            return SendingDriver().TrySend(this, value);
        if (point > 0)
            return Advance(point, value);
        ThrowUnlessClosed(point);
        return false;
    }

    /// <summary>The lowered body: goes on from a point and says where it stands then.</summary>
    /// <param name="point">The point to go on from, without the <see cref="CoroutineCore{TYield}.Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <param name="sent">The value of the yield expression.</param>
    /// <returns>The point where it stands, or <see cref="CoroutineCore{TYield}.Closed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int Step(int point, Resumption how, TSend sent);

    /// <summary>Resuming without a value is sending <c>default</c> (rule 8).</summary>
    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected sealed override int Step(int point, Resumption how) => Step(point, how, default!);

    private protected sealed override Driver<TYield> NewDriver(CoroutineCore<TYield>? innerOrParked)
        => new Driver<TYield, TSend>(innerOrParked);

    private Driver<TYield, TSend> SendingDriver() => Rare as Driver<TYield, TSend> ?? (Driver<TYield, TSend>)OwnDriver();

    /// <summary>Steps the body with a value that was sent to the root of a chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Enter(int point, TSend sent) => Step(point, Resumption.Next, sent);

    internal sealed override int EnterBoxed(int point, object? sent)
        => Step(point, Resumption.Next, sent is TSend value ? value : default!);
}
