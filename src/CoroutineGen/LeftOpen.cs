using System;
using System.Collections;
using System.Collections.Generic;

namespace CoroutineGen;

/// <summary>The values of a coroutine from where it stands, as a sequence that does not close it (rule 110 does not hold for it).</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
public readonly struct LeftOpen<TYield> : IEnumerable<TYield>
{
    private readonly ICoroutine<TYield> _coroutine;

    internal LeftOpen(ICoroutine<TYield> coroutine) => _coroutine = coroutine;

    /// <summary>Goes on where the coroutine stands.</summary>
    /// <returns>What a <c>foreach</c> uses.</returns>
    public Enumerator GetEnumerator() => new(_coroutine);

    IEnumerator<TYield> IEnumerable<TYield>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Runs the coroutine, and leaves it where it stands.</summary>
    public readonly struct Enumerator : IEnumerator<TYield>
    {
        private readonly ICoroutine<TYield> _coroutine;

        internal Enumerator(ICoroutine<TYield> coroutine) => _coroutine = coroutine;

        /// <inheritdoc cref="ICoroutine{TYield}.Current"/>
        public TYield Current => _coroutine.Current;

        object? IEnumerator.Current => Current;

        /// <inheritdoc cref="ICoroutine{TYield}.MoveNext"/>
        public bool MoveNext() => _coroutine.MoveNext();

        /// <summary>Does nothing.</summary>
        public void Dispose()
        {
        }

        void IEnumerator.Reset() => throw new NotSupportedException("A coroutine runs once; make a new one.");
    }
}
