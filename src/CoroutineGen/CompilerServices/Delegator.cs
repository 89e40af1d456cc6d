using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What a body delegates through: its own coroutine, of which nothing else can be reached. Only a coroutine makes one, and gives it to
/// its own step. For generated code.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Delegator<TYield>
{
    private readonly CoroutineCore<TYield> _outer;

    internal Delegator(CoroutineCore<TYield> outer) => _outer = outer;

    /// <summary>Starts a delegation: whoever called the step runs <paramref name="inner"/> and then steps on at the point.</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to.</param>
    /// <returns>What the step is to return.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int To(int point, Coroutine<TYield> inner) => _outer.DelegateTo(point, inner);

    /// <summary>The same for a coroutine of somebody else's making, of another yield type, or a plain sequence.</summary>
    /// <param name="point">The suspension point of the delegation.</param>
    /// <param name="inner">What is delegated to.</param>
    /// <returns>What the step is to return.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ToSequence(int point, IEnumerable<TYield> inner) => _outer.DelegateToSequence(point, inner);

    /// <summary>The value of a delegation that has ended.</summary>
    /// <typeparam name="TResult">The type of the expression.</typeparam>
    /// <returns>What the inner coroutine returned (rule 79); <c>default</c> where it had finished before (rules 89 and 91).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TResult Result<TResult>() => _outer.Delegated<TResult>();
}
