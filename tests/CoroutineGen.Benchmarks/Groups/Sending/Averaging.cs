using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Sending;

/// <summary>The running averager, ten million sends.</summary>
static partial class Averaging
{
    const int Sends = 10_000_000, ByTask = 20_000, ByThread = 4_000;

    public static readonly Group Group = new("send", "A running averager that is sent its samples",
        "Each operation sends a sample and gets the average so far. Beside the hand-written class stand other ways to keep the"
        + " loop a loop: an async method that awaits its own awaiter, an async method behind two channels, and a thread. The last"
        + $" two are measured by the time that passes, on {ByTask:N0} and {ByThread:N0} sends; all others by CPU time, on"
        + $" {Sends:N0}.", Races);

    static IEnumerable<Race> Races()
    {
        var race = new Race("averager", "send", Sends) { Rounds = 9, WarmUps = 10 };
        var byHand = new AveragerClass();
        var awaited = new AwaitedCoroutine<double, double>(Awaited);
        var channel = new ChannelAverager();
        var thread = new ThreadAverager();
        var sent = Averager().Prime();
        var tried = Averager().Prime();
        race.Peer("class with a method", () => ByHand(byHand));
        race.Ours("coroutine, Send", () => Send(sent), Bar.Time(1.4), Bar.Time(0.333, "custom awaiter"), Bar.Bytes(0));
        race.Ours("coroutine, TrySend", () => TrySend(tried));
        race.Peer("custom awaiter", () => Send(awaited));
        race.Peer("two channels", () => (long)channel.Send(ByTask).GetAwaiter().GetResult(), ByTask, Meter.Wall);
        race.Peer("two threads, semaphores", () => Send(thread), ByThread, Meter.Wall);
        yield return race;
    }

    [Coroutine]
    static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    static async Task Awaited(AwaitedCoroutine<double, double> coroutine)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += await coroutine.Yield(average);
            average = total / n;
        }
    }

    static long ByHand(AveragerClass averager)
    {
        double last = 0;
        for (int n = 0; n < Sends; n++)
            last = averager.Send(n);
        return (long)last;
    }

    static long Send(AveragerCoroutine averager)
    {
        double last = 0;
        for (int n = 0; n < Sends; n++)
            last = averager.Send(n);
        return (long)last;
    }

    static long TrySend(AveragerCoroutine averager)
    {
        double last = 0;
        for (int n = 0; n < Sends && averager.TrySend(n); n++)
            last = averager.Current;
        return (long)last;
    }

    static long Send(AwaitedCoroutine<double, double> averager)
    {
        double last = 0;
        for (int n = 0; n < Sends; n++)
            last = averager.Send(n);
        return (long)last;
    }

    static long Send(ThreadAverager averager)
    {
        double last = 0;
        for (int n = 0; n < ByThread; n++)
            last = averager.Send(n);
        return (long)last;
    }
}
