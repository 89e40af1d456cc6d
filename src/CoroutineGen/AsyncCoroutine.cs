using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Debugging;
using CoroutineGen.Delegation;

namespace CoroutineGen;

/// <summary>
/// A coroutine that hands out values and awaits: what an <c>async</c> <see cref="CoroutineAttribute"/> method with an
/// <see cref="AsyncYield{TYield}"/> parameter becomes. It is its own enumerator, single pass (rules 115 and 180).
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <remarks>
/// <para>One operation at a time: whatever is called before the last one has completed is refused by the call itself, with
/// <see cref="CoroutineStateReason.Running"/>, and changes nothing (rule 117). The task of an operation is awaited once, and before the
/// next operation (rule 144).</para>
/// <para>The body has an execution context of its own: it begins as that of the first operation's caller, keeps what the body sets in an
/// AsyncLocal over yields and awaits, and is seen by nobody else (rules 156 and 157).</para>
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(AsyncCoroutineView<>))]
[StackTraceHidden]
public abstract partial class AsyncCoroutine<TYield> : CoroutineCore<TYield>, IAsyncCoroutine<TYield>, IAsyncEnumerator<TYield>
{
    /// <summary>Makes a coroutine of which nothing has run, and which has captured nothing (rule 116).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable RS0022 // It opens the class above, as it is meant to.
    protected AsyncCoroutine()
#pragma warning restore RS0022
    {
    }

    /// <summary>Where the coroutine is in its life; Running also while its body awaits (rule 130). Never fails.</summary>
    public CoroutineState State => CurrentState;

    /// <summary>The value last handed out.</summary>
    /// <exception cref="InvalidOperationException">The coroutine is not suspended (rules 130 and 139).</exception>
    public TYield Current
    {
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

    /// <summary>What ended the coroutine: the exception that escaped from its body (rule 140), or null.</summary>
    public Exception? Error => Failure;

    /// <inheritdoc cref="Coroutine{TYield}.SuspendedAt"/>
    public string? SuspendedAt => OwnPlace;

    /// <summary>
    /// The object that the coroutine delegates to at this moment, as it was given to <c>yield.From</c>; null unless it is suspended
    /// in a delegation (rule 104).
    /// </summary>
    public object? Delegate => DelegatesTo;

    /// <summary>Runs to the next yield. At a two-way yield, the value of the expression is <c>default</c> (rule 123).</summary>
    /// <returns>
    /// True at a yield, whose value is <see cref="Current"/>; false when the coroutine has ended, now or before (rules 135 and 138);
    /// otherwise what escapes from the body, unchanged (rule 140).
    /// </returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress (rules 117 and 121).</exception>
    public virtual ValueTask<bool> MoveNextAsync()
    {
        ThrowIfNotTaken();
        int point = Point;
        if ((uint)point < Delegating)
            return Advance(point, Resumption.Next);
        if (point > 0)
            return OwnAsyncDriver().MoveNextAsync();
        if (point != Closed)
            Raise.NotStartedOrInProgress(point, Name);
        return default;
    }

    /// <summary>Runs to the next yield and gives its value.</summary>
    /// <returns>
    /// The value handed out; a <see cref="CoroutineCompletedException"/> when the coroutine returns, or had ended before (rule 135).
    /// </returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress (rules 117 and 121).</exception>
    public ValueTask<TYield> NextAsync()
    {
        bool ended = Point == Closed;
        return ValueOf(MoveNextAsync(), ended);
    }

    /// <summary>Raises an exception at the yield where the coroutine stands, and runs on from there (rules 118 and 145).</summary>
    /// <param name="error">What to raise: the very object.</param>
    /// <returns>
    /// True when the body catches the exception and yields; false when it catches it and returns; otherwise <paramref name="error"/>
    /// itself, where nothing catches it, or what the body raises instead.
    /// </returns>
    /// <exception cref="ArgumentNullException">Thrown by the call: <paramref name="error"/> is null; nothing is touched.</exception>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress (rules 117, 121 and 134).</exception>
    public ValueTask<bool> TryThrowAsync(Exception error)
    {
        if (error is null)
            throw new ArgumentNullException(nameof(error));
        ThrowIfNotTaken();
        int point = Point;
        if (point >= Delegating)
            return OwnAsyncDriver().ThrowAsync(error);
        switch (point)
        {
            case Closed:
                return Failed(error);
            case Created:
                End(error);
                return Failed(error);
            case < 0:
                throw Raise.InProgress(Name);
        }
        // Where nothing surrounds the point, the body is not entered (rule 146).
        if (ProtectionAt(point) == Protection.None)
            return Failed(Fail(error));
        Park(error);
        return Advance(point, Resumption.Throw);
    }

    /// <summary>As <see cref="TryThrowAsync"/>, and gives the value of the next yield.</summary>
    /// <param name="error">What to raise: the very object.</param>
    /// <returns>
    /// The value of the next yield, when the body catches the exception and yields; a <see cref="CoroutineCompletedException"/> when it
    /// catches it and returns; otherwise <paramref name="error"/> itself, or what the body raises instead.
    /// </returns>
    /// <exception cref="ArgumentNullException">Thrown by the call: <paramref name="error"/> is null; nothing is touched.</exception>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress (rules 117, 121 and 134).</exception>
    public ValueTask<TYield> ThrowAsync(Exception error) => ValueOf(TryThrowAsync(error), ended: false);

    /// <summary>
    /// Ends the coroutine: its finally blocks run, inner before outer, each await in them is waited for, and nothing runs after them
    /// (rules 147 to 152). A clause that names <see cref="CoroutineExitException"/> sees one. Does nothing on a closed coroutine.
    /// </summary>
    /// <returns>
    /// Completed when all of that has run. It fails with <see cref="CoroutineStateReason.IgnoredExit"/> where the body yielded instead of
    /// ending, and is suspended there (rule 119), or with what the body raises while it unwinds, except an exit (rule 150).
    /// </returns>
    /// <exception cref="CoroutineStateException">
    /// Thrown by the call: an operation is in progress (rules 117 and 152). Closing never waits for one (rule 155).
    /// </exception>
    public ValueTask CloseAsync()
    {
        ThrowIfNotTaken();
        int point = Point;
        if (point >= Delegating)
            return OwnAsyncDriver().CloseAsync();
        if (point == Closed)
            return default;
        if (point < 0)
            throw Raise.InProgress(Name);
        var protection = point == Created ? Protection.None : ProtectionAt(point);
        if ((protection & (Protection.Finally | Protection.Exit)) != 0)
            return Unwind(point, protection);
        End();
        return default;
    }

    /// <summary>
    /// <see cref="CloseAsync"/>, for <c>await using</c> and <c>await foreach</c> (rule 153). There is no finalizer (rule 154).
    /// </summary>
    /// <returns>As for <see cref="CloseAsync"/>.</returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress.</exception>
    [SuppressMessage("Usage", "CA1816", Justification = "No finalizer, here or in generated classes.")]
    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>The coroutine itself: iteration goes on where it stands (rule 180).</summary>
    /// <param name="cancellationToken">
    /// For the body's token parameter, if it has one (rules 165 to 168). Cancellation only tells the body: nothing is closed by it
    /// (rule 169).
    /// </param>
    /// <returns>This object.</returns>
    /// <exception cref="InvalidOperationException">
    /// The coroutine has been started, and its token parameter is another one (rule 167).
    /// </exception>
    public AsyncCoroutine<TYield> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Attach(cancellationToken);
        return this;
    }

    /// <summary>The coroutine for an <c>await foreach</c> or <c>await using</c> that goes on where it is told.</summary>
    /// <param name="continueOnCapturedContext">
    /// Whether the consumer goes on in its own synchronization context. What the body does is up to the body.
    /// </param>
    /// <returns>What <c>await foreach</c> and <c>await using</c> take.</returns>
    public ConfiguredAsyncCoroutine<TYield> ConfigureAwait(bool continueOnCapturedContext)
        => new(this, continueOnCapturedContext, cancellation: default);

    IAsyncEnumerator<TYield> IAsyncEnumerable<TYield>.GetAsyncEnumerator(CancellationToken cancellationToken)
        => GetAsyncEnumerator(cancellationToken);
}
