using System;
using System.Threading.Tasks;

namespace CoroutineGen;

/// <summary>Ways to drive an async coroutine that are made of its own operations, as those of <see cref="CoroutineExtensions"/>.</summary>
// All but LeaveOpen go on in the context of their caller, as his own loop would: the answers are code of his.
public static class AsyncCoroutineExtensions
{
    /// <summary>Runs to the next yield and gives its value, or <c>default</c> at the end.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <returns>What is handed out; <c>default</c> when the coroutine has ended, now or before.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static ValueTask<TYield?> NextOrDefaultAsync<TYield>(this IAsyncCoroutine<TYield> coroutine)
        => NextOrDefaultAsync<TYield?>(Raise.IfNull(coroutine, nameof(coroutine))!, default);

    /// <summary>
    /// Runs to the next yield and gives its value, or another one at the end. Python's <c>anext(coroutine, fallback)</c>.
    /// </summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="fallback">What to give when the coroutine has ended, now or before.</param>
    /// <returns>What is handed out, or <paramref name="fallback"/>.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static ValueTask<TYield> NextOrDefaultAsync<TYield>(this IAsyncCoroutine<TYield> coroutine, TYield fallback)
    {
        return Next(Raise.IfNull(coroutine, nameof(coroutine)), fallback);

        static async ValueTask<TYield> Next(IAsyncCoroutine<TYield> coroutine, TYield fallback)
            => await coroutine.MoveNextAsync() ? coroutine.Current : fallback;
    }

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
    public static ValueTask<bool> ResumeAsync<TYield, TSend>(this IAsyncCoroutine<TYield, TSend> coroutine, TSend value)
        => Raise.IfNull(coroutine, nameof(coroutine)).State == CoroutineState.Created
            ? coroutine.MoveNextAsync()
            : coroutine.TrySendAsync(value);

    /// <summary>Runs a coroutine to its end, and sends it the answer to each value that it hands out.</summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <typeparam name="TSend">What it is sent.</typeparam>
    /// <param name="coroutine">The coroutine, which goes on where it stands: the first to be answered is what it hands out there.</param>
    /// <param name="answer">Gives the answer. Where it fails, the coroutine is closed, and the exception goes on.</param>
    /// <returns>A task that completes when the coroutine has ended.</returns>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    /// <exception cref="Exception">What escapes from the body, unchanged (rule 32).</exception>
    public static Task RunAsync<TYield, TSend>(this IAsyncCoroutine<TYield, TSend> coroutine, Func<TYield, TSend> answer)
        => Run(Raise.IfNull(coroutine, nameof(coroutine)), Later(answer));

    /// <inheritdoc cref="RunAsync{TYield, TSend}(IAsyncCoroutine{TYield, TSend}, Func{TYield, TSend})"/>
    public static Task RunAsync<TYield, TSend>(this IAsyncCoroutine<TYield, TSend> coroutine, Func<TYield, ValueTask<TSend>> answer)
        => Run(Raise.IfNull(coroutine, nameof(coroutine)), Raise.IfNull(answer, nameof(answer)));

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
    public static Task<TReturn> RunAsync<TYield, TSend, TReturn>(
        this IAsyncCoroutine<TYield, TSend, TReturn> coroutine, Func<TYield, TSend> answer)
        => Return(Raise.IfNull(coroutine, nameof(coroutine)), Later(answer));

    /// <inheritdoc cref="RunAsync{TYield, TSend, TReturn}(IAsyncCoroutine{TYield, TSend, TReturn}, Func{TYield, TSend})"/>
    public static Task<TReturn> RunAsync<TYield, TSend, TReturn>(
        this IAsyncCoroutine<TYield, TSend, TReturn> coroutine, Func<TYield, ValueTask<TSend>> answer)
        => Return(Raise.IfNull(coroutine, nameof(coroutine)), Raise.IfNull(answer, nameof(answer)));

    /// <summary>
    /// The values from here on, for a loop or a query that may stop before the end and is not to close the coroutine then, as every
    /// <c>await foreach</c> does with what it goes through: the next one goes on where it stopped.
    /// </summary>
    /// <typeparam name="TYield">What the coroutine hands out.</typeparam>
    /// <param name="coroutine">The coroutine. Who leaves it open has to close it.</param>
    /// <returns>A sequence with nothing of its own.</returns>
    public static AsyncLeftOpen<TYield> LeaveOpen<TYield>(this IAsyncCoroutine<TYield> coroutine)
        => new(Raise.IfNull(coroutine, nameof(coroutine)));

    private static async Task Run<TYield, TSend>(IAsyncCoroutine<TYield, TSend> coroutine, Func<TYield, ValueTask<TSend>> answer)
    {
        bool more = coroutine.State == CoroutineState.Suspended || await coroutine.MoveNextAsync();
        try
        {
            while (more)
                more = await coroutine.TrySendAsync(await answer(coroutine.Current));
        }
        finally
        {
            if (more)
                await coroutine.CloseAsync();
        }
    }

    private static async Task<TReturn> Return<TYield, TSend, TReturn>(
        IAsyncCoroutine<TYield, TSend, TReturn> coroutine, Func<TYield, ValueTask<TSend>> answer)
    {
        await Run(coroutine, answer);
        return coroutine.Result;
    }

    private static Func<TYield, ValueTask<TSend>> Later<TYield, TSend>(Func<TYield, TSend> answer)
    {
        Raise.IfNull(answer, nameof(answer));
        return value => new ValueTask<TSend>(answer(value));
    }
}
