using System;
using System.Diagnostics.CodeAnalysis;

namespace CoroutineGen;

/// <summary>Ways to drive a coroutine that are made of its own operations: whoever drives one writes them by hand otherwise.</summary>
public static class CoroutineExtensions
{
    /// <summary>Runs to the next yield and gives its value, or says that there is none.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="value">What is handed out; <c>default</c> where the coroutine has ended.</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before (rule 26).</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static bool TryNext<TYield>(this ICoroutine<TYield> coroutine, [MaybeNullWhen(false)] out TYield value)
        => Tell(Raise.IfNull(coroutine, nameof(coroutine)), coroutine.MoveNext(), out value);

    /// <summary>Runs to the next yield and gives its value, or <c>default</c> at the end.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <returns>What is handed out; <c>default</c> when the coroutine has ended, now or before.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static TYield? NextOrDefault<TYield>(this ICoroutine<TYield> coroutine)
        => Raise.IfNull(coroutine, nameof(coroutine)).MoveNext() ? coroutine.Current : default;

    /// <summary>Runs to the next yield and gives its value, or another one at the end. Python's <c>next(coroutine, fallback)</c>.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="fallback">What to give when the coroutine has ended, now or before.</param>
    /// <returns>What is handed out, or <paramref name="fallback"/>.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static TYield NextOrDefault<TYield>(this ICoroutine<TYield> coroutine, TYield fallback)
        => Raise.IfNull(coroutine, nameof(coroutine)).MoveNext() ? coroutine.Current : fallback;

    /// <summary>Makes <paramref name="value"/> the value of the yield where the coroutine stands, and gives that of the next one.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="value">What to send.</param>
    /// <param name="next">What is handed out then; <c>default</c> where the coroutine has ended.</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before.</returns>
    /// <exception cref="CoroutineStateException">It has not been started (rule 7; it is untouched), or is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static bool TrySend<TYield, TSend>(
        this ICoroutine<TYield, TSend> coroutine, TSend value, [MaybeNullWhen(false)] out TYield next)
        => Tell(Raise.IfNull(coroutine, nameof(coroutine)), coroutine.TrySend(value), out next);

    /// <summary>
    /// Goes on with a coroutine whether it has been started or not, as schedulers do: a fresh one runs to its first yield, which is where
    /// it begins to receive, and has no use for the value; any other is sent it.
    /// </summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="value">What to send, unless it is fresh.</param>
    /// <returns>True at a yield; false when the coroutine has ended, now or before.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static bool Resume<TYield, TSend>(this ICoroutine<TYield, TSend> coroutine, TSend value)
        => Raise.IfNull(coroutine, nameof(coroutine)).State == CoroutineState.Created ? coroutine.MoveNext() : coroutine.TrySend(value);

    /// <summary>Runs a coroutine to its end, and sends it the answer to each value that it hands out.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <param name="coroutine">The coroutine, which goes on where it stands: the first to be answered is what it hands out there.</param>
    /// <param name="answer">Gives the answer. Where it fails, the coroutine is closed, and the exception goes on.</param>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static void Run<TYield, TSend>(this ICoroutine<TYield, TSend> coroutine, Func<TYield, TSend> answer)
    {
        Raise.IfNull(coroutine, nameof(coroutine));
        Raise.IfNull(answer, nameof(answer));
        bool more = coroutine.State == CoroutineState.Suspended || coroutine.MoveNext();
        try
        {
            while (more)
                more = coroutine.TrySend(answer(coroutine.Current));
        }
        finally
        {
            if (more)
                coroutine.Close();
        }
    }

    /// <summary>Runs a coroutine to its end, sends it the answer to each value that it hands out, and gives what it returned.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <typeparam name="TReturn">What it returns.</typeparam>
    /// <param name="coroutine">The coroutine, which goes on where it stands: the first to be answered is what it hands out there.</param>
    /// <param name="answer">Gives the answer. Where it fails, the coroutine is closed, and the exception goes on.</param>
    /// <returns>What the body returned, now or before.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="InvalidOperationException">It was closed before, and has no result (rule 30).</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static TReturn Run<TYield, TSend, TReturn>(this ICoroutine<TYield, TSend, TReturn> coroutine, Func<TYield, TSend> answer)
    {
        Run((ICoroutine<TYield, TSend>)coroutine, answer);
        return coroutine.Result;
    }

    /// <summary>
    /// Ends the coroutine, and gives what its body returned while it was closed, or before (rules 25 and 59). What Python's <c>close</c>
    /// returns since 3.13.
    /// </summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <typeparam name="TReturn">What it returns.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="result">What the body returned, or <c>default</c>.</param>
    /// <returns>Whether the body has returned.</returns>
    /// <exception cref="CoroutineStateException">It is running, or yields instead of ending (rules 61 and 62).</exception>
    /// <exception cref="Exception">What the body raises while it unwinds.</exception>
    public static bool Close<TYield, TSend, TReturn>(
        this ICoroutine<TYield, TSend, TReturn> coroutine, [MaybeNullWhen(false)] out TReturn result)
    {
        Raise.IfNull(coroutine, nameof(coroutine)).Close();
        result = coroutine.HasResult ? coroutine.Result : default;
        return coroutine.HasResult;
    }

    /// <summary>
    /// The values from here on, for a loop or a query that may stop before the end and is not to close the coroutine then, as every
    /// <c>foreach</c> does with what it goes through: the next one goes on where it stopped. Python's <c>islice</c> leaves one open too.
    /// </summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine. Who leaves it open has to close it.</param>
    /// <returns>A sequence with nothing of its own, so that a plain <c>foreach</c> over it allocates nothing.</returns>
    public static LeftOpen<TYield> LeaveOpen<TYield>(this ICoroutine<TYield> coroutine) => new(Raise.IfNull(coroutine, nameof(coroutine)));

    private static bool Tell<TYield>(ICoroutine<TYield> coroutine, bool isAtYield, [MaybeNullWhen(false)] out TYield value)
    {
        value = isAtYield ? coroutine.Current : default;
        return isAtYield;
    }
}
