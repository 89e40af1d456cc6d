using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;
using CoroutineGen.Waiting;

namespace CoroutineGen;

/// <summary>An asynchronous coroutine that is sent values.</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
[StackTraceHidden]
public abstract partial class AsyncCoroutine<TYield, TSend> : AsyncCoroutine<TYield>, IAsyncCoroutine<TYield, TSend>
{
    /// <summary>Makes a coroutine of which nothing has run, and which has captured nothing (rule 116).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AsyncCoroutine()
    {
    }

    /// <summary>
    /// Runs a fresh coroutine to its first yield, so that it can be sent values. Does nothing when it is suspended (rule 124).
    /// </summary>
    /// <returns>
    /// The coroutine itself, whose first value is <see cref="AsyncCoroutine{TYield}.Current"/>; a
    /// <see cref="CoroutineCompletedException"/> when it is closed, or ends before its first yield.
    /// </returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress.</exception>
    public ValueTask<AsyncCoroutine<TYield, TSend>> PrimeAsync() => PrimeAsync(this);

    /// <summary>Makes <paramref name="value"/> the value of the yield where the coroutine stands, and runs to the next one.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>
    /// The value of the next yield; a <see cref="CoroutineCompletedException"/> when the coroutine returns, or had ended before (rule 135).
    /// </returns>
    /// <exception cref="CoroutineStateException">
    /// Thrown by the call: it has not been started (rule 122; it is untouched), or an operation is in progress.
    /// </exception>
    public ValueTask<TYield> SendAsync(TSend value)
    {
        bool ended = Point == Closed;
        return ValueOf(TrySendAsync(value), ended);
    }

    /// <summary>As <see cref="SendAsync"/>, but the end of the coroutine gives false.</summary>
    /// <param name="value">What to send. Dropped while the coroutine delegates to something that does not receive it (rule 99).</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before; otherwise what escapes from the body.</returns>
    /// <exception cref="CoroutineStateException">
    /// Thrown by the call: it has not been started (rule 122; it is untouched), or an operation is in progress.
    /// </exception>
    public virtual ValueTask<bool> TrySendAsync(TSend value)
    {
        ThrowIfNotTaken();
        int point = Point;
        if (point >= Delegating)
            return ((AsyncDriver<TYield, TSend>)OwnDriver()).TrySendAsync(value);
        if (point <= 0)
        {
            if (point != Closed)
                Raise.NotStartedOrInProgress(point, Name);
            return default;
        }
        return Advance(point, value);
    }

    /// <summary>
    /// The lowered body, an async method: goes on from a point and says where it stands then. Where it awaits nothing but its yields, the
    /// synchronous form is overridden instead.
    /// </summary>
    /// <param name="point">The point to go on from, without the <see cref="CoroutineCore{TYield}.Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <param name="sent">The value of the yield expression.</param>
    /// <returns>
    /// The point where it stands, or <see cref="CoroutineCore{TYield}.Closed"/>; or what it has failed with. It never throws.
    /// </returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual AsyncStep<int> StepAsync(int point, Resumption how, TSend sent)
    {
        try
        {
            return new(Step(point, how, sent));
        }
        catch (Exception error)
        {
            return new(Faulted, error);
        }
    }

    /// <summary>The lowered body where it never waits.</summary>
    /// <param name="point">The point to go on from, without the <see cref="CoroutineCore{TYield}.Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <param name="sent">The value of the yield expression.</param>
    /// <returns>The point where it stands, or <see cref="CoroutineCore{TYield}.Closed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int Step(int point, Resumption how, TSend sent) => throw Raise.Running(Name);

    /// <summary>Resuming without a value is sending <c>default</c> (rule 123).</summary>
    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected sealed override int Step(int point, Resumption how) => Step(point, how, default!);

    /// <summary>Resuming without a value is sending <c>default</c> (rule 123).</summary>
    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected sealed override AsyncStep<int> StepAsync(int point, Resumption how) => StepAsync(point, how, default!);

    /// <summary><see cref="PrimeAsync()"/> with the type of the class that calls it.</summary>
    /// <typeparam name="TSelf">That class.</typeparam>
    /// <param name="self">The coroutine itself.</param>
    /// <returns>The coroutine itself, when it stands at a yield.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ValueTask<TSelf> PrimeAsync<TSelf>(TSelf self)
        where TSelf : AsyncCoroutine<TYield, TSend>
    {
        if (State == CoroutineState.Suspended)
            return new ValueTask<TSelf>(self);
        bool ended = Point == Closed;
        var moved = MoveNextAsync();
        if (!moved.IsCompletedSuccessfully)
            return Prime(self, moved, ended);
        // An answer is taken once.
        return moved.Result ? new ValueTask<TSelf>(self) : Prime(self, default, ended);
    }

    private async ValueTask<TSelf> Prime<TSelf>(TSelf self, ValueTask<bool> moved, bool ended)
    {
        if (!await moved.ConfigureAwait(false))
            Raise.Completed(ended ? null : BoxedResult, Name);
        return self;
    }

    private protected sealed override Driver<TYield> NewDriver(CoroutineCore<TYield>? innerOrParked)
        => new AsyncDriver<TYield, TSend>(this, innerOrParked);

    /// <summary>Steps the body with a value that was sent: marked running until the step has come back.</summary>
    private ValueTask<bool> Advance(int point, TSend value)
    {
        Point = Running;
        return Arrive(EnterAsync(point, value));
    }

    /// <summary>Steps the body with a value that was sent, in its own execution context.</summary>
    internal AsyncStep<int> EnterAsync(int point, TSend sent)
    {
        if (!Surroundings.Suit(Context, out var around))
            return EnterInContext(point, sent);
        var step = StepAsync(point, Resumption.Next, sent);
        around.Return(ref Context);
        return step;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private AsyncStep<int> EnterInContext(int point, TSend sent) => Contexts.Switch(ref Context, new SentEntry(this, point, sent));

    internal sealed override AsyncStep<int> EnterBoxedAsync(int point, object? sent, ref ExecutionContext? around)
        => EnterAsync(point, sent is TSend value ? value : default!);

    [StackTraceHidden]
    private readonly struct SentEntry(AsyncCoroutine<TYield, TSend> coroutine, int point, TSend sent) : IStep
    {
        public AsyncStep<int> Run() => coroutine.StepAsync(point, Resumption.Next, sent);
    }
}
