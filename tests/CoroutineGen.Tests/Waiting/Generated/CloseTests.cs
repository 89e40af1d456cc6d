using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// Closing at each yield. Push-style it is a callback that throws the exit, which none of these bodies catches: the log must be the same,
/// whatever is ready, and no exception is thrown for it in the coroutine.
/// </summary>
public sealed class CloseTests
{
    private const int Limit = 60_000;

    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach (var (name, yields) in new[] { ("Handlers", 5), ("AwaitForEach", 5), ("AwaitUsing", 5), ("Delegating", 12), ("Recursive", 4) })
            for (int at = 1; at <= yields; at++)
            {
                // There the inner one ignores the exit, which is another exception to its delegator (rule 87).
                if ((name, at) != ("Delegating", 4))
                    cases.Add(name, at);
            }
        return cases;
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cases))]
    public async Task Rules_148_and_149(string name, int at)
    {
        string? expected = null;
        foreach (int seed in new[] { 0, 1, 2, 3, 4 })
        {
            var pushed = new Work(seed);
            await Task.Run(() => Push(name, at, pushed));
            var pulled = new Work(seed);
            await Task.Run(() => Pull(name, at, pulled));
            expected ??= string.Join("\n", pushed.Log);
            Assert.Equal(expected, string.Join("\n", pushed.Log));
            Assert.Equal(expected, string.Join("\n", pulled.Log));
        }
    }

    private static async Task Push(string name, int at, Work work)
    {
        int number = 0;
        ValueTask<int> Answer(int value)
        {
            work.Log.Add($"out {value}");
            return ++number == at ? throw new CoroutineExitException() : new ValueTask<int>(value);
        }

        AsyncYield<int> oneWay = async value => await Answer(value);
        var run = name switch
        {
            "Handlers" => Bodies.Handlers(work, Answer),
            "AwaitForEach" => Bodies.AwaitForEach(work, Answer),
            "AwaitUsing" => Bodies.AwaitUsing(work, oneWay),
            "Recursive" => Bodies.Recursive(6, work, oneWay),
            _ => Bodies.Delegating(work, Answer),
        };
        await Assert.ThrowsAsync<CoroutineExitException>(() => run);
    }

    private static async Task Pull(string name, int at, Work work)
    {
        AsyncCoroutine<int> coroutine = name switch
        {
            "Handlers" => Bodies.Handlers(work),
            "AwaitForEach" => Bodies.AwaitForEach(work),
            "AwaitUsing" => Bodies.AwaitUsing(work),
            "Recursive" => Bodies.Recursive(6, work),
            _ => Bodies.Delegating(work),
        };
        bool yields = await coroutine.MoveNextAsync();
        for (int number = 1; ; number++)
        {
            Assert.True(yields);
            work.Log.Add($"out {coroutine.Current}");
            if (number == at)
                break;
            yields = await (coroutine is AsyncCoroutine<int, int> twoWay
                ? twoWay.TrySendAsync(coroutine.Current)
                : coroutine.MoveNextAsync());
        }
        try
        {
            await coroutine.CloseAsync();
        }
        catch (CoroutineStateException error) when (error.Reason == CoroutineStateReason.IgnoredExit)
        {
            // A finally block that yields: resumed, the exit goes on (rule 119).
            work.Log.Add($"out {coroutine.Current}");
            await Assert.ThrowsAsync<CoroutineExitException>(async () => await coroutine.MoveNextAsync());
            return;
        }
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.Null(coroutine.Error);
    }
}
