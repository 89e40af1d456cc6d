using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen;

// What generated classes override and call: the contract of docs/internals/machine.md.
public abstract partial class AsyncCoroutine<TYield>
{
    /// <summary>The body's own execution context, since its first step: as the last step has left it.</summary>
    internal ExecutionContext? Context;

    /// <summary>
    /// That of what it delegates to, where that has none of its own: it begins as the body's, and ends with the delegation (rule 158).
    /// </summary>
    internal ExecutionContext? InnerContext;

    /// <summary>What the body suspends through: only a step can be given one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Suspender<TYield> Suspender => new(this);

    /// <summary>
    /// The lowered body, an async method: goes on from a point and says where it stands then. What the body awaits, it awaits. Where it
    /// awaits nothing but its yields, <see cref="Step"/> is overridden instead.
    /// </summary>
    /// <param name="point">The point to go on from, without the <see cref="CoroutineCore{TYield}.Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <returns>
    /// The point where it stands, or <see cref="CoroutineCore{TYield}.Closed"/>; or what it has failed with. It never throws.
    /// </returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual AsyncStep<int> StepAsync(int point, Resumption how)
    {
        try
        {
            return new(Step(point, how));
        }
        catch (Exception error)
        {
            return new(Faulted, error);
        }
    }

    /// <summary>The lowered body where it never waits. Nothing that resumes synchronously can reach it (rule 178).</summary>
    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected override int Step(int point, Resumption how) => throw Raise.Running(Name);

    /// <summary>Drops the captured state once the coroutine is closed (rules 105 and 159). Overrides call it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected override void Clear()
    {
        Context = null;
        InnerContext = null;
    }

    /// <summary>Takes the token that an enumeration is given. A body with a token parameter links it.</summary>
    /// <param name="cancellationToken">The token.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Attach(CancellationToken cancellationToken)
    {
    }

    /// <summary>Makes a body's token parameter listen to the token of an enumeration as well (rules 165 to 167).</summary>
    /// <param name="own">The parameter.</param>
    /// <param name="source">What the coroutine disposes of when it is closed: a source that listens to both, where there are two.</param>
    /// <param name="given">The token of the enumeration.</param>
    /// <exception cref="InvalidOperationException">The body has been started, and knows another token.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void LinkToken(ref CancellationToken own, ref IDisposable? source, CancellationToken given)
    {
        if (!given.CanBeCanceled || given == own)
            return;
        if (Point != Created)
            Raise.LateToken(Name);
        if (own.CanBeCanceled)
        {
            var linked = new LinkedTokens(own, given, source);
            source = linked;
            own = linked.Token;
        }
        else
        {
            own = given;
        }
    }

    internal sealed override AsyncStep<int> EnterAsync(int point, Resumption how, ref ExecutionContext? around) => EnterOwn(point, how);

    /// <summary>Steps the body in its own execution context.</summary>
    private AsyncStep<int> EnterOwn(int point, Resumption how)
    {
        if (!Surroundings.Suit(Context, out var around))
            return EnterInContext(point, how);
        var step = StepAsync(point, how);
        around.Return(ref Context);
        return step;
    }

    // Apart, since what is needed for it would have to be cleared on the stack each time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private AsyncStep<int> EnterInContext(int point, Resumption how) => Contexts.Switch(ref Context, new Entry(this, point, how));

    [StackTraceHidden]
    private readonly struct Entry(AsyncCoroutine<TYield> coroutine, int point, Resumption how) : IStep
    {
        public AsyncStep<int> Run() => coroutine.StepAsync(point, how);
    }
}
