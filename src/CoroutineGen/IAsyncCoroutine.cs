using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CoroutineGen;

/// <summary>
/// The shape of an asynchronous coroutine whatever it is sent: what <c>yield.From</c> needs of an object to pass exceptions and closing on
/// to it (rules 102 and 172). A class of yours that implements it can be delegated to like a generated one.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
public interface IAsyncCoroutine<out TYield> : IAsyncEnumerable<TYield>
{
    /// <summary>Where the coroutine is in its life: <see cref="CoroutineState.Running"/> also while its body awaits (rule 130).</summary>
    CoroutineState State { get; }

    /// <summary>The value last handed out. Meaningful only while <see cref="State"/> is <see cref="CoroutineState.Suspended"/>.</summary>
    TYield Current { get; }

    /// <summary>Runs to the next yield.</summary>
    /// <returns>True at a yield; false when the coroutine is closed.</returns>
    /// <exception cref="CoroutineStateException">Thrown by the call: an operation is in progress (rule 117).</exception>
    ValueTask<bool> MoveNextAsync();

    /// <summary>Raises an exception where the coroutine stands, and runs on from there.</summary>
    /// <param name="error">What to raise.</param>
    /// <returns>
    /// True when the body caught it and yields; false when the body caught it and returned; otherwise what leaves the body, usually
    /// <paramref name="error"/> itself.
    /// </returns>
    ValueTask<bool> TryThrowAsync(Exception error);

    /// <summary>Ends the coroutine: its finally blocks run, and nothing after them. Does nothing when it is closed.</summary>
    /// <returns>Completed once they have run, with what they have awaited (rule 148).</returns>
    ValueTask CloseAsync();
}

/// <summary>The shape of an asynchronous coroutine that can be sent values.</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
public interface IAsyncCoroutine<out TYield, in TSend> : IAsyncCoroutine<TYield>
{
    /// <summary>Makes <paramref name="value"/> the value of the yield where the coroutine stands, and runs to the next one.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>True at a yield; false when the coroutine is closed.</returns>
    /// <exception cref="CoroutineStateException">
    /// Thrown by the call: it has not been started (rule 122), or an operation is in progress.
    /// </exception>
    ValueTask<bool> TrySendAsync(TSend value);
}

/// <summary>
/// The shape of an asynchronous coroutine that returns a value: its result is the value of <c>await yield.From</c> (rules 79 and 103).
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
/// <typeparam name="TReturn">What it returns.</typeparam>
public interface IAsyncCoroutine<out TYield, in TSend, out TReturn> : IAsyncCoroutine<TYield, TSend>, ICoroutineResult<TReturn>
{
}
