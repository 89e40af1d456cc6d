using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Delegating;

/// <summary>A value sent to the outermost of a thousand coroutines, all of which delegate.</summary>
static partial class SendChain
{
    const int Sends = 100_000, Depth = 1000;

    public static readonly Group Group = new("send-chain", "Sending through a chain",
        $"A coroutine that answers what it is sent, sent to directly, and through {Depth:N0} coroutines that delegate to it.", Races)
    {
        Processes = 3,
    };

    static IEnumerable<Race> Races()
    {
        var race = new Race("send", "send", Sends);
        race.Ours("not delegated", Send(0));
        race.Ours($"through {Depth:N0} levels", Send(Depth), Bar.Time(2.5), Bar.Bytes(0));
        yield return race;
    }

    [Coroutine]
    static void Echo(int depth, Yield<int, int> yield)
    {
        if (depth > 0)
        {
            var inner = Echo(depth - 1); // not folded: the driver is meant
            yield.From(inner);
        }
        int answer = 0;
        while (true)
            answer = yield(answer) + 1;
    }

    static Func<long> Send(int depth)
    {
        var echo = Echo(depth).Prime();
        return () =>
        {
            long sum = 0;
            for (int n = 0; n < Sends; n++)
                sum += echo.Send(n);
            return sum;
        };
    }
}
