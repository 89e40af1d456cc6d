using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace CoroutineGen.Pushing;

/// <summary>Runs an inner coroutine, or a sequence, to its end over an awaited callback: what PEP 380 says of <c>yield from</c>.</summary>
// Nothing here is awaited with ConfigureAwait(false): the callback belongs where the body is.
internal static class Push
{
    public static async ValueTask All<TYield>(IAsyncEnumerable<TYield> inner, PushCallback<TYield> callback)
    {
        if (inner is IAsyncCoroutine<TYield> coroutine)
            await Coroutine(coroutine, callback);
        else
            await foreach (var value in inner)
                await callback.Answer(value);
    }

    public static async ValueTask All<TYield>(IEnumerable<TYield> inner, PushCallback<TYield> callback)
    {
        if (inner is ICoroutine<TYield> coroutine)
            await Coroutine(new Synchronous<TYield>(coroutine), callback);
        else
            foreach (var value in inner)
                await callback.Answer(value);
    }

    public static async ValueTask All<TYield>(ConfiguredCancelableAsyncEnumerable<TYield> inner, PushCallback<TYield> callback)
    {
        await foreach (var value in inner)
            await callback.Answer(value);
    }

    public static ValueTask<TReturn> Result<TYield, TReturn>(
        IAsyncCoroutine<TYield> inner, ICoroutineResult<TReturn> result, PushCallback<TYield> callback)
        => ResultOf(inner, result, callback);

    public static ValueTask<TReturn> Result<TYield, TReturn>(
        ICoroutine<TYield> inner, ICoroutineResult<TReturn> result, PushCallback<TYield> callback)
        => ResultOf(new Synchronous<TYield>(inner), result, callback);

    private static async ValueTask<TReturn> ResultOf<TYield, TReturn>(
        IAsyncCoroutine<TYield> inner, ICoroutineResult<TReturn> result, PushCallback<TYield> callback)
        => await Coroutine(inner, callback) ? result.Result : default!;

    /// <returns>Whether it ended for this delegation, so that its result is the delegation's.</returns>
    private static async ValueTask<bool> Coroutine<TYield>(IAsyncCoroutine<TYield> inner, PushCallback<TYield> callback)
    {
        if (inner.State == CoroutineState.Closed)
            return false;
        bool yields = await inner.MoveNextAsync();
        while (yields)
        {
            Exception? thrown = null;
            try
            {
                await callback.Answer(inner.Current);
            }
            catch (CoroutineExitException)
            {
                await inner.CloseAsync();
                throw;
            }
            catch (Exception error)
            {
                // Thrown outside of the handler, where the body's own handlers see nothing of ours.
                thrown = error;
            }
            if (thrown is not null)
                yields = await inner.TryThrowAsync(thrown);
            else if (inner.State == CoroutineState.Closed)
                return false;
            else
                yields = await callback.Resume(inner);
        }
        return true;
    }
}
