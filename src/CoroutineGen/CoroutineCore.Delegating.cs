using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// Delegation (yield from): the link to the inner coroutine, and the driver of the outermost one.
public abstract partial class CoroutineCore<TYield>
{
    /// <summary>What the body delegates through: only a step can be given one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Delegator<TYield> Delegator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(this);
    }

    /// <summary>Starts a delegation: whoever called the step runs <paramref name="inner"/> and then steps on at the point.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    internal int DelegateToSequence(int point, IEnumerable<TYield> inner)
    {
        InnerOrParked = inner switch
        {
            Coroutine<TYield> coroutine => coroutine,
            ICoroutine<TYield> foreign => new ForeignNode<TYield>(foreign),
            null => throw new ArgumentNullException(nameof(inner)),
            _ => new SequenceNode<TYield>(inner),
        };
        return point | Delegating;
    }

    /// <summary>The same for what is known to be one of ours.</summary>
    internal int DelegateTo(int point, CoroutineCore<TYield> inner)
    {
        InnerOrParked = inner ?? throw new ArgumentNullException(nameof(inner));
        return point | Delegating;
    }

    /// <summary>The value of a delegation that has ended.</summary>
    /// <typeparam name="TResult">The type of the expression.</typeparam>
    /// <returns>What the inner coroutine returned (rule 79); <c>default</c> where it had finished before (rules 89 and 91).</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal TResult Delegated<TResult>()
    {
        var inner = Link;
        InnerOrParked = null;
        return inner is { HasOutcome: true } && inner.Original is ICoroutineResult<TResult> result ? result.Result : default!;
    }

    /// <summary>
    /// Makes coroutines of the folded frames: a method that delegates to itself keeps the frames of its inner coroutines on a stack of its
    /// own, as long as no caller can observe the difference. Called while suspended at a yield, by every operation that can.
    /// </summary>
    /// <returns>True where there were such frames: then the coroutine delegates now to another one, and that to the next.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool Unfold() => false;

    /// <summary>Suspends it in a delegation to a coroutine that has been started already.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void AttachInner(int point, CoroutineCore<TYield> inner)
    {
        InnerOrParked = inner;
        Point = point | Delegating;
    }

    /// <summary>The same for the outermost coroutine, whose current value is already that of the innermost one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void AttachInnerAsRoot(int point, CoroutineCore<TYield> inner)
    {
        AttachInner(point, inner);
        if (Tag == 0)
            Tag = OwnDriver().Number;
    }

    /// <summary>The driver of this coroutine as the root of a chain. Made at the first delegation that needs it.</summary>
    private protected Driver<TYield> OwnDriver()
    {
        var rare = Rare;
        if (rare is Driver<TYield> driver)
            return driver;
        driver = NewDriver(rare);
        Rare = driver;
        return driver;
    }

    /// <summary>A driver that can send what this coroutine is sent.</summary>
    private protected virtual Driver<TYield> NewDriver(CoroutineCore<TYield>? innerOrParked) => new(innerOrParked);

    /// <summary>
    /// Resumes a delegating coroutine that has this object in its <see cref="Rare"/>: as a rule its driver, which overrides it.
    /// </summary>
    internal virtual bool Drive(CoroutineCore<TYield> root) => root.OwnDriver().Drive(root);
}
