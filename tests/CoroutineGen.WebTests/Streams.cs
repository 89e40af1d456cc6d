namespace CoroutineGen.WebTests;

/// <summary>What the endpoints stream.</summary>
internal static partial class Streams
{
    /// <summary>Three lines, and the end.</summary>
    [Coroutine]
    public static async Task Short(AsyncYield<string> yield)
    {
        for (int i = 1; i <= 3; i++)
        {
            await Task.Yield();
            await yield($"line {i}");
        }
    }

    /// <summary>Two lines, and then it waits for what never comes, until it is cancelled.</summary>
    [Coroutine]
    public static async Task Waiting(Probe probe, AsyncYield<string> yield, CancellationToken token = default)
    {
        try
        {
            await yield("line 1");
            await yield("line 2");
            await Task.Delay(Timeout.Infinite, token);
        }
        finally
        {
            await probe.CleanUp(isCancelled: token.IsCancellationRequested);
        }
    }

    /// <summary>Lines without an end, so that it is the server who waits, for a client that does not read. It takes no token.</summary>
    [Coroutine]
    public static async Task Endless(Probe probe, AsyncYield<string> yield)
    {
        string line = new('x', 10_000);
        try
        {
            try
            {
                while (true)
                {
                    await yield(line);
                    await Task.Yield();
                }
            }
            finally
            {
                await Task.Yield();
                probe.Say("inner");
            }
        }
        finally
        {
            await probe.CleanUp(isCancelled: false);
        }
    }

    /// <summary>One that delegates: the lines of another, which is left inside of it.</summary>
    [Coroutine]
    public static async Task Delegating(Probe probe, AsyncYield<string> yield, CancellationToken token = default)
    {
        try
        {
            await yield("first");
            await yield.From(Waiting(probe, token));
        }
        finally
        {
            await Task.Yield();
            probe.Say("outer");
            probe.AllDone();
        }
    }
}
