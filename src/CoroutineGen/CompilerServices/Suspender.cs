using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What the body of an asynchronous coroutine suspends through: its own coroutine, of which nothing else can be reached. Only a coroutine
/// makes one, and gives it to its own step. For generated code.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Suspender<TYield>
{
    private readonly AsyncCoroutine<TYield> _coroutine;

    internal Suspender(AsyncCoroutine<TYield> coroutine) => _coroutine = coroutine;

    /// <summary>Hands out a value.</summary>
    /// <param name="point">The suspension point of the yield.</param>
    /// <param name="value">The value.</param>
    /// <returns>What the step is to return.</returns>
    public int Yield(int point, TYield value)
    {
        _coroutine.CurrentValue = value;
        return point;
    }

    /// <summary>Waits for a value, handing out nothing.</summary>
    /// <param name="point">The suspension point of the yield.</param>
    /// <returns>What the step is to return.</returns>
    public int Receive(int point) => point;

    /// <summary>Starts a delegation: whoever called the step runs <paramref name="inner"/> and then steps on at the point.</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to: one of ours, asynchronous or not.</param>
    /// <returns>What the step is to return.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public int To(int point, CoroutineCore<TYield> inner) => _coroutine.DelegateTo(point, inner);

    /// <summary>The same for a coroutine of somebody else's making, of another yield type, or a plain sequence (rule 172).</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to.</param>
    /// <returns>What the step is to return.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public int ToSequence(int point, IEnumerable<TYield> inner) => _coroutine.DelegateToSequence(point, inner);

    /// <summary>The same for what is enumerated asynchronously (rules 172 to 174).</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to.</param>
    /// <returns>What the step is to return.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public int ToSequence(int point, IAsyncEnumerable<TYield> inner) => _coroutine.DelegateToSequence(point, inner);

    /// <summary>The same with a token, or the places to go on, chosen by the body (rule 173).</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to.</param>
    /// <returns>What the step is to return.</returns>
    public int ToSequence(int point, in System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<TYield> inner)
        => _coroutine.DelegateToSequence(point, inner);

    /// <summary>The value of a delegation that has ended.</summary>
    /// <typeparam name="TResult">The type of the expression.</typeparam>
    /// <returns>What the inner coroutine returned (rule 79); <c>default</c> where it had finished before (rules 89 and 91).</returns>
    public TResult Result<TResult>() => _coroutine.Delegated<TResult>();
}
