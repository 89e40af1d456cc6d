using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// What an asynchronous coroutine can delegate to besides what a synchronous one can (rule 172).
public abstract partial class AsyncCoroutine<TYield>
{
    /// <summary>Starts a delegation: whoever called the step runs <paramref name="inner"/> and then steps on at the point.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    internal int DelegateToSequence(int point, IAsyncEnumerable<TYield> inner)
    {
        InnerOrParked = inner switch
        {
            AsyncCoroutine<TYield> coroutine => coroutine,
            IAsyncCoroutine<TYield> foreign => new AsyncForeignNode<TYield>(foreign),
            null => throw new ArgumentNullException(nameof(inner)),
            _ => new AsyncSequenceNode<TYield>(inner.ConfigureAwait(true), inner),
        };
        return point | Delegating;
    }

    /// <summary>The same for a sequence that has been given a token, or where to go on.</summary>
    internal int DelegateToSequence(int point, in ConfiguredCancelableAsyncEnumerable<TYield> inner)
    {
        InnerOrParked = new AsyncSequenceNode<TYield>(inner, inner);
        return point | Delegating;
    }
}
