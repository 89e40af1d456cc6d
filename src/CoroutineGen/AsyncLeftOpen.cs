using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CoroutineGen;

/// <summary>The values of an async coroutine from where it stands, as a sequence that does not close it.</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
public readonly struct AsyncLeftOpen<TYield> : IAsyncEnumerable<TYield>
{
    private readonly IAsyncCoroutine<TYield> _coroutine;

    internal AsyncLeftOpen(IAsyncCoroutine<TYield> coroutine) => _coroutine = coroutine;

    /// <summary>Goes on where the coroutine stands.</summary>
    /// <param name="cancellationToken">Given to the coroutine, as its own <c>GetAsyncEnumerator</c> takes it.</param>
    /// <returns>What an <c>await foreach</c> uses.</returns>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => new(_coroutine.GetAsyncEnumerator(cancellationToken));

    IAsyncEnumerator<TYield> IAsyncEnumerable<TYield>.GetAsyncEnumerator(CancellationToken cancellationToken)
        => GetAsyncEnumerator(cancellationToken);

    /// <summary>Runs the coroutine, and leaves it where it stands.</summary>
    public readonly struct Enumerator : IAsyncEnumerator<TYield>
    {
        private readonly IAsyncEnumerator<TYield> _enumerator;

        internal Enumerator(IAsyncEnumerator<TYield> enumerator) => _enumerator = enumerator;

        /// <inheritdoc cref="IAsyncCoroutine{TYield}.Current"/>
        public TYield Current => _enumerator.Current;

        /// <inheritdoc cref="IAsyncCoroutine{TYield}.MoveNextAsync"/>
        public ValueTask<bool> MoveNextAsync() => _enumerator.MoveNextAsync();

        /// <summary>Does nothing.</summary>
        /// <returns>A task that is completed.</returns>
        public ValueTask DisposeAsync() => default;
    }
}
