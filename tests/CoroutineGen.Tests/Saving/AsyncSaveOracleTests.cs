using System.Text;
using CoroutineGen.Json;
using CoroutineGen.Tests.Waiting.Generated;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>
/// Asynchronous coroutines that are saved, restored, and saved again to the same bytes, at each of their suspensions: all that can be seen
/// is what the method itself does, push-style, whichever awaits are ready.
/// </summary>
public sealed class AsyncSaveOracleTests
{
    private const int Limit = 60_000;

    /// <summary>Schedules by which it is run: all ready, all pending, mixed.</summary>
    private static readonly int[] Seeds = [0, 1, 2, 3, 4, 5];

    private delegate TSend Answer<in TYield, out TSend>(int number, TYield value);

    private delegate T Restore<out T>(CoroutineReader reader, RestoreOptions? options);

    [Fact(Timeout = Limit)]
    public Task One_way()
        => Agree<int, Unit>(
            (w, y) => Of(AsyncBodies.Range(2, 6, w, async v => await y(v))), w => AsyncBodies.Range(2, 6, w),
            AsyncBodies.RangeCoroutine.Restore, (_, _) => default);

    [Fact(Timeout = Limit)]
    public Task A_step_that_never_waits()
        => Agree<int, int>(
            (_, y) => Of(AsyncBodies.Plain(3, y)), _ => AsyncBodies.Plain(3), AsyncBodies.PlainCoroutine.Restore, (n, v) => n + v);

    [Fact(Timeout = Limit)]
    public Task Two_way()
        => Agree<double, double>(
            (w, y) => Of(AsyncBodies.Averager(3, w, y)), w => AsyncBodies.Averager(3, w), AsyncBodies.AveragerCoroutine.Restore,
            (n, _) => n * 2.5);

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Handlers(int special)
    {
        foreach (int answer in new[] { 13, 7 })
            await Agree<int, int>(
                (w, y) => Of(AsyncBodies.Handlers(w, y)), w => AsyncBodies.Handlers(w), AsyncBodies.HandlersCoroutine.Restore,
                (n, _) => n == special ? answer : n);
        foreach (var error in new Func<Exception>[] { () => new FormatException("thrown in"), () => new NotSupportedException("not caught") })
            await Agree<int, int>(
                (w, y) => Of(AsyncBodies.Handlers(w, y)), w => AsyncBodies.Handlers(w), AsyncBodies.HandlersCoroutine.Restore,
                (n, _) => n == special ? throw error() : n);
    }

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(7)]
    public Task Loops(int failing)
        => Agree<int, int>(
            (w, y) => Of(AsyncBodies.Loops([1, 2], [3, 4], w, y)), w => AsyncBodies.Loops([1, 2], [3, 4], w),
            AsyncBodies.LoopsCoroutine.Restore, (n, v) => n == failing ? throw new FormatException() : v + n);

    [Fact(Timeout = Limit)]
    public Task Captured_variables()
        => Agree<int, int>(
            (w, y) => Of(AsyncBodies.Captured(3, w, y)), w => AsyncBodies.Captured(3, w), AsyncBodies.CapturedCoroutine.Restore,
            (n, v) => (2 * n) + v);

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public Task Delegation(int failing)
        => Agree<int, int>(
            (w, y) => Of(AsyncBodies.Delegating(w, y)), w => AsyncBodies.Delegating(w), AsyncBodies.DelegatingCoroutine.Restore,
            (n, v) => n == failing ? throw new FormatException() : v + n);

    [Fact(Timeout = Limit)]
    public Task What_an_await_using_holds()
        => Agree<int, Unit>(
            (w, y) => Of(AsyncBodies.Used(w, async v => await y(v))), w => AsyncBodies.Used(w), AsyncBodies.UsedCoroutine.Restore,
            (_, _) => default);

    [Fact(Timeout = Limit)]
    public async Task A_consumer()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var work = new Work(seed);
            var c = Again(await AsyncBodies.Consumer(work), AsyncBodies.ConsumerCoroutine.Restore, work);
            Assert.True(await c.TrySendAsync(3));
            c = Again(c, AsyncBodies.ConsumerCoroutine.Restore, work);
            Assert.True(await c.TrySendAsync(4));
            c = Again(c, AsyncBodies.ConsumerCoroutine.Restore, work);
            Assert.False(await c.TrySendAsync(0));
            Assert.Equal(7, Again(c, AsyncBodies.ConsumerCoroutine.Restore, work).Result);
        }
    }

    private static async Task<object?> Of(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> Of<T>(Task<T> task) => await task;

    private static async Task<object?> Of<T>(ValueTask<T> task) => await task;

    private static T Again<T>(T coroutine, Restore<T> restore, Work work)
        where T : class, ISaveable
        => Text.Again(coroutine, (reader, options) => restore(reader, options), Supplied(work));

    private static RestoreOptions Supplied(Work work) => new() { Supplies = new Supplies { [typeof(Work)] = work } };

    private static async Task Agree<TYield, TSend>(
        Func<Work, AsyncYield<TYield, TSend>, Task<object?>> push, Func<Work, AsyncCoroutine<TYield>> pull,
        Restore<AsyncCoroutine<TYield>> restore, Answer<TYield, TSend> answer)
    {
        string? expected = null;
        foreach (int seed in Seeds)
        {
            expected ??= await Run(seed, work => Push(work, push, answer));
            Assert.Equal(expected, await Run(seed, work => Pull(work, pull(work), c => c, answer)));
            Assert.Equal(expected, await Run(seed, work => Pull(work, pull(work), c => Moved(c, restore, work), answer)));
        }
    }

    /// <summary>
    /// The one that is left behind is never resumed: what it holds, the other one holds. Where an exception waits behind a finally block,
    /// nothing is saved, and it goes on itself.
    /// </summary>
    private static AsyncCoroutine<TYield> Moved<TYield>(
        AsyncCoroutine<TYield> coroutine, Restore<AsyncCoroutine<TYield>> restore, Work work)
    {
        string text;
        try
        {
            text = Text.Of((ISaveable)coroutine);
        }
        catch (CoroutineSaveException error) when (error.Reason == CoroutineSaveReason.PendingException)
        {
            return coroutine;
        }
        var restored = CoroutineJson.Restore(
            Encoding.UTF8.GetBytes(text), SavingJson.Default, (reader, options) => restore(reader, options), Supplied(work));
        Assert.Equal(text, Text.Of((ISaveable)restored));
        Assert.Equal(coroutine.State, restored.State);
        return restored;
    }

    private static async Task<string> Run(int seed, Func<Work, Task<object?>> run)
    {
        var work = new Work(seed);
        object? result;
        try
        {
            result = await Task.Run(() => run(work));
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
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
            work.Log.Add($"out {value}");
            return answer(number++, value);
        });
    }

    private static async Task<object?> Pull<TYield, TSend>(
        Work work, AsyncCoroutine<TYield> coroutine, Func<AsyncCoroutine<TYield>, AsyncCoroutine<TYield>> moved,
        Answer<TYield, TSend> answer)
    {
        int number = 0;
        coroutine = moved(coroutine);
        bool yields = await coroutine.MoveNextAsync();
        while (yields)
        {
            coroutine = moved(coroutine);
            work.Log.Add($"out {coroutine.Current}");
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
            yields = coroutine is AsyncCoroutine<TYield, TSend> twoWay ? await twoWay.TrySendAsync(sent) : await coroutine.MoveNextAsync();
        }
        coroutine = moved(coroutine);
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        return coroutine.GetType().GetProperty("Result")?.GetValue(coroutine);
    }
}
