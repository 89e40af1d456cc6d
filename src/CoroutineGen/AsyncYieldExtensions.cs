using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using CoroutineGen.Pushing;

namespace CoroutineGen;

/// <summary>
/// <c>await yield.From(inner)</c> in an asynchronous coroutine: delegation to another coroutine, asynchronous or not, or to a sequence
/// (rules 171 to 179). In a generated coroutine it becomes a delegation that costs the same at any depth; these methods are its meaning
/// push-style, over a callback that is awaited.
/// </summary>
/// <remarks>
/// Values of the inner coroutine go to the callback, what the callback answers is sent to the inner coroutine if it receives that
/// type, and is dropped otherwise (rule 99). An exception that the callback raises is thrown into the inner coroutine (rule 81),
/// except a <see cref="CoroutineExitException"/>, for which it is closed before the exception goes on (rules 83 and 179).
/// </remarks>
public static class AsyncYieldExtensions
{
    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any asynchronous sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TYield>(this AsyncYield<TYield> yield, IAsyncEnumerable<TYield> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new OneWay<TYield>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TYield>(this AsyncYield<TYield> yield, IEnumerable<TYield> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new OneWay<TYield>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous sequence with a token, or with the places to go on.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    public static ValueTask From<TYield>(this AsyncYield<TYield> yield, in ConfiguredCancelableAsyncEnumerable<TYield> inner)
        => Push.All(inner, new OneWay<TYield>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TInner">What <paramref name="inner"/> is sent: always <c>default</c>.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TInner, TReturn>(
        this AsyncYield<TYield> yield, IAsyncCoroutine<TYield, TInner, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new OneWay<TYield>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TInner">What <paramref name="inner"/> is sent: always <c>default</c>.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TInner, TReturn>(this AsyncYield<TYield> yield, ICoroutine<TYield, TInner, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new OneWay<TYield>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any asynchronous sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TYield, TSend>(this AsyncYield<TYield, TSend> yield, IAsyncEnumerable<TYield> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TYield, TSend>(this AsyncYield<TYield, TSend> yield, IEnumerable<TYield> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous sequence with a token, or with the places to go on.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    public static ValueTask From<TYield, TSend>(this AsyncYield<TYield, TSend> yield, in ConfiguredCancelableAsyncEnumerable<TYield> inner)
        => Push.All(inner, new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TSend, TReturn>(
        this AsyncYield<TYield, TSend> yield, IAsyncCoroutine<TYield, TSend, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TSend, TReturn>(
        this AsyncYield<TYield, TSend> yield, ICoroutine<TYield, TSend, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TSend, TReturn>(
        this AsyncYield<TYield, TSend> yield, IAsyncCoroutine<TYield, Unit, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TYield, TSend, TReturn>(
        this AsyncYield<TYield, TSend> yield, ICoroutine<TYield, Unit, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new TwoWay<TYield, TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any asynchronous sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TSend>(this AsyncReceive<TSend> yield, IAsyncEnumerable<Unit> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new Consumer<TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any sequence.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask From<TSend>(this AsyncReceive<TSend> yield, IEnumerable<Unit> inner)
        => Push.All(Raise.IfNull(inner, nameof(inner)), new Consumer<TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous sequence with a token, or with the places to go on.</param>
    /// <returns>Completed when <paramref name="inner"/> has ended.</returns>
    public static ValueTask From<TSend>(this AsyncReceive<TSend> yield, in ConfiguredCancelableAsyncEnumerable<Unit> inner)
        => Push.All(inner, new Consumer<TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">An asynchronous coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TSend, TReturn>(this AsyncReceive<TSend> yield, IAsyncCoroutine<Unit, TSend, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new Consumer<TSend>(yield));

    /// <summary>Hands out all values of <paramref name="inner"/>, and gives its result.</summary>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    public static ValueTask<TReturn> From<TSend, TReturn>(this AsyncReceive<TSend> yield, ICoroutine<Unit, TSend, TReturn> inner)
        => Push.Result(Raise.IfNull(inner, nameof(inner)), inner, new Consumer<TSend>(yield));
}
