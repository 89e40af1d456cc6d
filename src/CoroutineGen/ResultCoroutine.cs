using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>
/// A one-way coroutine that returns a value: what a <see cref="CoroutineAttribute"/> method with a <see cref="Yield{TYield}"/> parameter and
/// a result becomes. It cannot be sent anything, so that it has no <c>Send</c>, and nothing to be primed for.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TReturn">What it returns.</typeparam>
/// <remarks>
/// <c>yield.From</c> takes it as an <see cref="ICoroutine{TYield, TSend, TReturn}"/> that is sent <see cref="Unit"/>: only there, where it
/// stands among coroutines that are sent values, is there something to send it, which says nothing.
/// </remarks>
public abstract class ResultCoroutine<TYield, TReturn> : Coroutine<TYield>, ICoroutine<TYield, Unit, TReturn>
{
    /// <summary>What the body has returned, if it has: a step stores it here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Returned<TReturn> Returned;

    /// <summary>Makes a coroutine of which nothing has run (rule 1).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ResultCoroutine()
    {
    }

    /// <inheritdoc cref="Coroutine{TYield, TSend, TReturn}.HasResult"/>
    public bool HasResult => Point == Closed && Returned.IsSet && Error is null;

    /// <inheritdoc cref="Coroutine{TYield, TSend, TReturn}.Result"/>
    public TReturn Result
    {
        get
        {
            if (!HasResult)
                Raise.NoResult(Error);
            return Returned.Value;
        }
    }

    internal sealed override bool HasOutcome => HasResult;

    internal sealed override object? BoxedResult => HasResult ? Returned.Value : null;

    /// <inheritdoc cref="Coroutine{TYield, TSend, TReturn}.TryGetResult"/>
    public bool TryGetResult([MaybeNullWhen(false)] out TReturn result)
    {
        result = HasResult ? Returned.Value : default;
        return HasResult;
    }

    bool ICoroutine<TYield, Unit>.TrySend(Unit value)
    {
        if (Point == Created)
            throw Raise.NotResumed(Created);
        return MoveNext();
    }

    private protected sealed override void ForgetResult() => Returned = default;
}
