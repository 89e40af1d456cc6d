using System;
using System.Collections.Generic;

namespace CoroutineGen;

/// <summary>
/// <c>yield.From(inner)</c>: delegation to another coroutine or to a plain sequence (PEP 380, rules 76 to 103). In a generated
/// coroutine the call becomes a delegation that costs the same at any depth; these methods are its meaning push-style, over a callback.
/// </summary>
/// <remarks>
/// Values of the inner coroutine go to the callback, what the callback answers is sent to the inner coroutine if it receives that
/// type, and is dropped otherwise (rule 99). An exception that the callback raises is thrown into the inner coroutine (rule 81),
/// except a <see cref="CoroutineExitException"/>, for which it is closed before the exception goes on (rule 83).
/// </remarks>
public static class YieldExtensions
{
    /// <summary>Hands out all values of <paramref name="inner"/>.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any sequence.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static void From<TYield>(this Yield<TYield> yield, IEnumerable<TYield> inner)
    {
        if (Raise.IfNull(inner, nameof(inner)) is ICoroutine<TYield> coroutine)
            Push(coroutine, new OneWay<TYield>(yield));
        else
            foreach (var value in inner)
                yield(value);
    }

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
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static TReturn From<TYield, TInner, TReturn>(this Yield<TYield> yield, ICoroutine<TYield, TInner, TReturn> inner)
        => Push(Raise.IfNull(inner, nameof(inner)), new OneWay<TYield>(yield)) ? inner.Result : default!;

    /// <summary>Hands out all values of <paramref name="inner"/>, which is sent the answers if it receives them.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90), or any sequence.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static void From<TYield, TSend>(this Yield<TYield, TSend> yield, IEnumerable<TYield> inner)
    {
        if (Raise.IfNull(inner, nameof(inner)) is ICoroutine<TYield> coroutine)
            Push(coroutine, new TwoWay<TYield, TSend>(yield));
        else
            foreach (var value in inner)
                yield(value);
    }

    /// <summary>Hands out all values of <paramref name="inner"/>, which is sent the answers, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What both coroutines are sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static TReturn From<TYield, TSend, TReturn>(this Yield<TYield, TSend> yield, ICoroutine<TYield, TSend, TReturn> inner)
        => Push(Raise.IfNull(inner, nameof(inner)), new TwoWay<TYield, TSend>(yield)) ? inner.Result : default!;

    /// <summary>Hands out all values of a one-way <paramref name="inner"/>, dropping the answers, and gives its result.</summary>
    /// <typeparam name="TYield">What is handed out.</typeparam>
    /// <typeparam name="TSend">What the outer coroutine is sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A coroutine, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static TReturn From<TYield, TSend, TReturn>(this Yield<TYield, TSend> yield, ICoroutine<TYield, Unit, TReturn> inner)
        => Push(Raise.IfNull(inner, nameof(inner)), new TwoWay<TYield, TSend>(yield)) ? inner.Result : default!;

    /// <summary>Lets <paramref name="inner"/> receive what this consumer is sent.</summary>
    /// <typeparam name="TSend">What the consumer is sent.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A consumer, which goes on where it stands (rule 90), or any sequence of units.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static void From<TSend>(this Receive<TSend> yield, IEnumerable<Unit> inner)
    {
        if (Raise.IfNull(inner, nameof(inner)) is ICoroutine<Unit> coroutine)
            Push(coroutine, new Consumer<TSend>(yield));
        else
            foreach (var _ in inner)
                yield();
    }

    /// <summary>Lets <paramref name="inner"/> receive what this consumer is sent, and gives its result.</summary>
    /// <typeparam name="TSend">What both consumers are sent.</typeparam>
    /// <typeparam name="TReturn">What <paramref name="inner"/> returns.</typeparam>
    /// <param name="yield">The yield parameter of the coroutine.</param>
    /// <param name="inner">A consumer, which goes on where it stands (rule 90).</param>
    /// <returns>
    /// What <paramref name="inner"/> returned (rule 79); <c>default</c> if somebody else ran it to its end (rules 89 and 91).
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null (rule 97).</exception>
    /// <exception cref="CoroutineStateException">
    /// <paramref name="inner"/> is running (rules 93 to 95), or ignores its closing (rule 87).
    /// </exception>
    public static TReturn From<TSend, TReturn>(this Receive<TSend> yield, ICoroutine<Unit, TSend, TReturn> inner)
        => Push(Raise.IfNull(inner, nameof(inner)), new Consumer<TSend>(yield)) ? inner.Result : default!;

    /// <summary>Runs the inner coroutine to its end over the callback.</summary>
    /// <returns>Whether it ended for this delegation, so that its result is the delegation's.</returns>
    private static bool Push<TYield, TCallback>(ICoroutine<TYield> inner, TCallback callback)
        where TCallback : struct, ICallback<TYield>
    {
        if (inner.State == CoroutineState.Closed)
            return false;
        bool yields = inner.MoveNext();
        while (yields)
        {
            Exception? thrown = null;
            try
            {
                callback.Answer(inner.Current);
            }
            catch (CoroutineExitException)
            {
                inner.Close();
                throw;
            }
            catch (Exception error)
            {
                // Thrown outside of the handler, where the body's own handlers see nothing of ours.
                thrown = error;
            }
            if (thrown is not null)
                yields = inner.TryThrow(thrown);
            else if (inner.State == CoroutineState.Closed)
                return false;
            else
                yields = callback.Resume(inner);
        }
        return true;
    }

    /// <summary>What the three forms of yield have in common. Implemented by mutable structs, since each keeps the last answer.</summary>
    private interface ICallback<TYield>
    {
        void Answer(TYield value);

        bool Resume(ICoroutine<TYield> inner);
    }

    private readonly struct OneWay<TYield>(Yield<TYield> yield) : ICallback<TYield>
    {
        public void Answer(TYield value) => yield(value);

        public bool Resume(ICoroutine<TYield> inner) => inner.MoveNext();
    }

    private struct TwoWay<TYield, TSend>(Yield<TYield, TSend> yield) : ICallback<TYield>
    {
        private TSend _answer = default!;

        public void Answer(TYield value) => _answer = yield(value);

        public readonly bool Resume(ICoroutine<TYield> inner)
            => inner is ICoroutine<TYield, TSend> receiver ? receiver.TrySend(_answer) : inner.MoveNext();
    }

    private struct Consumer<TSend>(Receive<TSend> yield) : ICallback<Unit>
    {
        private TSend _answer = default!;

        public void Answer(Unit value) => _answer = yield();

        public readonly bool Resume(ICoroutine<Unit> inner)
            => inner is ICoroutine<Unit, TSend> receiver ? receiver.TrySend(_answer) : inner.MoveNext();
    }
}
