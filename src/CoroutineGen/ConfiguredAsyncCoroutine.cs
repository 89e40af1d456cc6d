using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace CoroutineGen;

/// <summary>
/// An asynchronous coroutine whose operations, as <c>await foreach</c> and <c>await using</c> await them, go on where they are told. It is
/// there because C# cannot choose between the two extension methods of that name for what is a sequence and can be disposed of.
/// </summary>
/// <typeparam name="TYield">The type of the values handed out.</typeparam>
public readonly struct ConfiguredAsyncCoroutine<TYield>
{
    private readonly AsyncCoroutine<TYield> _coroutine;
    private readonly CancellationToken _cancellation;
    private readonly bool _continuesOnCapturedContext;

    internal ConfiguredAsyncCoroutine(AsyncCoroutine<TYield> coroutine, bool continuesOnCapturedContext, CancellationToken cancellation)
    {
        _coroutine = coroutine;
        _continuesOnCapturedContext = continuesOnCapturedContext;
        _cancellation = cancellation;
    }

    /// <summary>The same, and its enumeration gives the body a token.</summary>
    /// <param name="cancellationToken">For the body's token parameter, if it has one (rules 165 to 168).</param>
    /// <returns>What <c>await foreach</c> takes.</returns>
    public ConfiguredAsyncCoroutine<TYield> WithCancellation(CancellationToken cancellationToken)
        => new(_coroutine, _continuesOnCapturedContext, cancellationToken);

    /// <summary>What <c>await foreach</c> runs: the coroutine itself, with awaits that are configured.</summary>
    /// <returns>The enumerator.</returns>
    /// <exception cref="System.InvalidOperationException">
    /// The coroutine has been started, and its token parameter is another one (rule 167).
    /// </exception>
    public ConfiguredCancelableAsyncEnumerable<TYield>.Enumerator GetAsyncEnumerator()
        => _coroutine.WithCancellation(_cancellation).ConfigureAwait(_continuesOnCapturedContext).GetAsyncEnumerator();

    /// <summary><see cref="AsyncCoroutine{TYield}.DisposeAsync"/>, for <c>await using</c>.</summary>
    /// <returns>What is awaited.</returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress.</exception>
    public ConfiguredValueTaskAwaitable DisposeAsync() => _coroutine.DisposeAsync().ConfigureAwait(_continuesOnCapturedContext);
}
