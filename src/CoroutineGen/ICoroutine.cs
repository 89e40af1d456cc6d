using System;
using System.Collections.Generic;

namespace CoroutineGen;

/// <summary>
/// The shape of a coroutine whatever it is sent: what <c>yield.From</c> needs of an object to pass exceptions and closing on to it
/// (rule 102). A class of yours that implements it can be delegated to like a generated one.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
public interface ICoroutine<out TYield> : IEnumerable<TYield>
{
    /// <summary>Where the coroutine is in its life.</summary>
    CoroutineState State { get; }

    /// <summary>The value last handed out. Meaningful only while <see cref="State"/> is <see cref="CoroutineState.Suspended"/>.</summary>
    TYield Current { get; }

    /// <summary>Runs to the next yield.</summary>
    /// <returns>True at a yield; false when the coroutine is closed.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    bool MoveNext();

    /// <summary>Raises an exception where the coroutine stands, and runs on from there.</summary>
    /// <param name="error">What to raise.</param>
    /// <returns>True when the body caught it and yields; false when the body caught it and returned.</returns>
    /// <exception cref="Exception">What leaves the body: usually <paramref name="error"/> itself.</exception>
    bool TryThrow(Exception error);

    /// <summary>Ends the coroutine: its finally blocks run, and nothing after them. Does nothing when it is closed.</summary>
    /// <exception cref="CoroutineStateException">It is running, or yields instead of ending.</exception>
    void Close();
}

/// <summary>The shape of a coroutine that can be sent values.</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
public interface ICoroutine<out TYield, in TSend> : ICoroutine<TYield>
{
    /// <summary>Makes <paramref name="value"/> the value of the yield where the coroutine stands, and runs to the next one.</summary>
    /// <param name="value">What to send.</param>
    /// <returns>True at a yield; false when the coroutine is closed.</returns>
    /// <exception cref="CoroutineStateException">It has not been started, or is running.</exception>
    bool TrySend(TSend value);
}

/// <summary>What a coroutine has that returns a value, whatever it yields and is sent.</summary>
/// <typeparam name="TReturn">What it returns.</typeparam>
public interface ICoroutineResult<out TReturn>
{
    /// <summary>Whether the body has returned, so that <see cref="Result"/> can be read.</summary>
    bool HasResult { get; }

    /// <summary>What the body returned.</summary>
    /// <exception cref="InvalidOperationException">It has not returned (rule 30).</exception>
    TReturn Result { get; }
}

/// <summary>The shape of a coroutine that returns a value: its result is the value of <c>yield.From</c> (rules 79 and 103).</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
/// <typeparam name="TReturn">What it returns.</typeparam>
public interface ICoroutine<out TYield, in TSend, out TReturn> : ICoroutine<TYield, TSend>, ICoroutineResult<TReturn>
{
}
