using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>Coroutines that need no method, and sequences that are made of coroutines.</summary>
// Not called Coroutine: Unity has a class of that name, which its users mean where they say it.
public static class Coroutines
{
    /// <summary>A coroutine that hands out nothing, for what has to return one.</summary>
    /// <typeparam name="TYield">What it would hand out.</typeparam>
    /// <returns>A fresh one.</returns>
    public static Coroutine<TYield> Empty<TYield>() => new EmptyCoroutine<TYield>();

    /// <summary>
    /// A sequence that makes a new coroutine each time that somebody goes through it. A coroutine itself is gone through once.
    /// </summary>
    /// <typeparam name="TYield">What the coroutines hand out.</typeparam>
    /// <param name="make">Makes one: <c>() => Squares(10)</c>.</param>
    /// <returns>The sequence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="make"/> is null.</exception>
    public static IEnumerable<TYield> Repeatable<TYield>(Func<ICoroutine<TYield>> make)
        => new Sequence<TYield>(make ?? throw new ArgumentNullException(nameof(make)));

    /// <inheritdoc cref="Repeatable{TYield}(Func{ICoroutine{TYield}})"/>
    public static IAsyncEnumerable<TYield> Repeatable<TYield>(Func<IAsyncCoroutine<TYield>> make)
        => new AsyncSequence<TYield>(make ?? throw new ArgumentNullException(nameof(make)));

    private sealed class EmptyCoroutine<TYield> : Coroutine<TYield>
    {
        protected override string Name => nameof(Empty);

        protected override int Step(int point, Resumption how) => Closed;
    }

    private sealed class Sequence<TYield>(Func<ICoroutine<TYield>> make) : IEnumerable<TYield>
    {
        public IEnumerator<TYield> GetEnumerator() => make().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class AsyncSequence<TYield>(Func<IAsyncCoroutine<TYield>> make) : IAsyncEnumerable<TYield>
    {
        public IAsyncEnumerator<TYield> GetAsyncEnumerator(CancellationToken cancellationToken = default)
            => make().GetAsyncEnumerator(cancellationToken);
    }
}
