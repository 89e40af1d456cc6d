using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// Runs a method push-style, and the coroutine that is generated of it, with the same answers: everything that can be seen must be the
/// same, whichever awaits are ready.
/// </summary>
internal static class Oracle
{
    /// <summary>Schedules by which it is run: all ready, all pending, mixed.</summary>
    private static readonly int[] Seeds = [0, 1, 2, 3, 4, 5];

    /// <summary>What is sent in answer to the value that was handed out as the nth.</summary>
    public delegate TSend Answer<in TYield, out TSend>(int number, TYield value);

    public static async Task Agree<TYield, TSend>(
        Func<Work, AsyncYield<TYield, TSend>, Task<object?>> push, Func<Work, AsyncCoroutine<TYield, TSend>> pull,
        Answer<TYield, TSend> answer)
    {
        string? expected = null;
        foreach (int seed in Seeds)
        {
            string pushed = await Run(seed, work => Push(work, push, answer));
            string pulled = await Run(seed, work => Pull(work, pull(work), answer));
            expected ??= pushed;
            Assert.Equal(expected, pushed);
            Assert.Equal(expected, pulled);
        }
    }

    /// <summary>A one-way body: its method is called with answers that say nothing.</summary>
    public static Task Agree<TYield>(Func<Work, AsyncYield<TYield>, Task<object?>> push, Func<Work, AsyncCoroutine<TYield>> pull)
        => Agree<TYield, int>(
            (work, yield) => push(work, async value => await yield(value)),
            work => new OneWay<TYield>(pull(work)),
            (_, _) => 0);

    private static async Task<string> Run(int seed, Func<Work, Task<object?>> run)
    {
        var work = new Work(seed);
        object? result;
        try
        {
            result = await Task.Run(() => run(work));
        }
        catch (Exception error)
        {
            result = error.GetType().Name + ": " + error.Message;
        }
        return string.Join("\n", work.Log) + "\n= " + result;
    }

    private static Task<object?> Push<TYield, TSend>(
        Work work, Func<Work, AsyncYield<TYield, TSend>, Task<object?>> push, Answer<TYield, TSend> answer)
    {
        int number = 0;
        return push(work, async value =>
        {
            await Task.CompletedTask;
            work.Log.Add($"out {Shown(value)}");
            return answer(number++, value);
        });
    }

    private static async Task<object?> Pull<TYield, TSend>(
        Work work, AsyncCoroutine<TYield, TSend> coroutine, Answer<TYield, TSend> answer)
    {
        int number = 0;
        bool yields = await coroutine.MoveNextAsync();
        while (yields)
        {
            work.Log.Add($"out {Shown(coroutine.Current)}");
            TSend sent;
            try
            {
                sent = answer(number++, coroutine.Current);
            }
            catch (Exception error)
            {
                yields = await coroutine.TryThrowAsync(error);
                continue;
            }
            yields = await coroutine.TrySendAsync(sent);
        }
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        return coroutine.GetType().GetProperty("Result")?.GetValue(coroutine);
    }

    private static string Shown(object? value) => value is Delegate function ? $"{function.DynamicInvoke()}" : $"{value}";

    /// <summary>A one-way coroutine as one that is sent what says nothing.</summary>
    private sealed class OneWay<TYield>(AsyncCoroutine<TYield> inner) : AsyncCoroutine<TYield, int>
    {
        protected override string Name => "OneWay";

        /// <summary>What the inner one returned, as its method does.</summary>
        public object? Result => inner.GetType().GetProperty("Result")?.GetValue(inner);

        protected override CompilerServices.Protection ProtectionAt(int point) => CompilerServices.Protection.None;

        protected override int Step(int point, CompilerServices.Resumption how, int sent)
            => point == 0 ? Suspender.To(1, inner) : Closed;
    }
}
