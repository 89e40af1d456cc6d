using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Awaiting;

/// <summary>Asynchronous coroutines against C# async iterators of the same body, each in an <c>await foreach</c>.</summary>
static partial class Awaiting
{
    const int Values = 10_000, Calls = 40;

    public static readonly Group Group = new("async", "Asynchronous coroutines",
        "An async coroutine against the C# async iterator of the same body, in an `await foreach`: without an await, with awaits that are"
        + " ready, and with awaits that really wait (`Task.Yield`; there the time is that of all threads). What has no iterator is compared"
        + " with what one would write instead.", Races);

    static IEnumerable<Race> Races()
    {
        yield return Compare("a body that calls nothing", PureIterator, Pure, 0.3);
        yield return Compare("a body that calls", MixedIterator, Mixed, 0.9);
        yield return Compare("an await that is ready, for each", ReadyIterator, Ready, 1.1);
        yield return Compare("Task.Yield for each hundredth", () => WaitIterator(100), () => Wait(100), 1.15, Meter.Process);
        yield return Compare("Task.Yield for each", () => WaitIterator(1), () => Wait(1), 1.6, Meter.Process);
        yield return Sent();
        yield return Made("make, and take one", 1.0, 0.75, Meter.Thread, TakeFirstIterator, TakeFirst);
        yield return Made("the same, and wait once", 1.25, 1.35, Meter.Process, TakeFirstWaitingIterator, TakeFirstWaiting);
        yield return Made("leave it, with an await in its finally", 1.1, null, Meter.Process, LeaveIterator, Leave);
        yield return Compare("through one that passes on", PipelineIterator, Pipeline, 1.7);
        yield return Chained(1, 0.75);
        yield return Chained(100, 0.02);
        yield return Deeper();
        yield return Compare("Task.Yield for each hundredth, delegated 100 deep",
            () => ChainIterator(100, Values / 10, 100), () => Chain(100, Values / 10, 100), 0.03, Meter.Process, Values / 10);
    }

    static Race Compare(
        string title, Func<Task<long>> iterator, Func<Task<long>> coroutine, double bar, Meter meter = Meter.Thread, int values = Values)
    {
        var race = new Race(title, "value", values, Calls) { Call = "enumeration", Meter = meter };
        race.Peer("C# async iterator", () => iterator().GetAwaiter().GetResult());
        race.Ours("async coroutine", () => coroutine().GetAwaiter().GetResult(), Bar.Time(bar));
        return race;
    }

    static Race Made(
        string title, double bar, double? bytes, Meter meter, Func<Task<long>> iterator, Func<Task<long>> coroutine)
    {
        var race = new Race(title, "coroutine", Makes, Calls) { Meter = meter };
        race.Peer("C# async iterator", () => iterator().GetAwaiter().GetResult());
        race.Ours("async coroutine", () => coroutine().GetAwaiter().GetResult(),
            bytes is { } most ? [Bar.Time(bar), Bar.BytesOfPeer(atMost: most)] : [Bar.Time(bar)]);
        return race;
    }

    static Race Sent()
    {
        var race = new Race("send and receive", "value", Values, Calls) { Call = "conversation" };
        race.Peer("MoveNextAsync of the same body", () => Averages().GetAwaiter().GetResult());
        race.Ours("TrySendAsync", () => Sends().GetAwaiter().GetResult(), Bar.Time(1.1), Bar.Time(0.1, "two bounded channels"));
        race.Ours("SendAsync", () => SendsForValues().GetAwaiter().GetResult(), Bar.Time(1.3));
        race.Peer("two bounded channels", () => Channels().GetAwaiter().GetResult(), Values / 10, Meter.Process);
        return race;
    }

    /// <summary>One chain for all of a call's values: they are more than its levels, which have to be made.</summary>
    static Race Deeper()
    {
        var (shallow, deep) = (Standing(1), Standing(10_000));
        var race = new Race("a value from 10,000 deep", "value", Values, Calls);
        race.Ours("1 deep", () => Take(shallow, Values).GetAwaiter().GetResult());
        race.Ours("10,000 deep", () => Take(deep, Values).GetAwaiter().GetResult(), Bar.Time(1.1));
        return race;
    }

    static Race Chained(int depth, double bar)
    {
        int values = depth > 1 ? Values / 10 : Values;
        var race = new Race($"delegated {depth} deep", "value", values, Calls) { Call = "enumeration" };
        race.Peer("nested await foreach", () => ChainIterator(depth, values, 0).GetAwaiter().GetResult());
        race.Ours("yield.From", () => Chain(depth, values, 0).GetAwaiter().GetResult(), Bar.Time(bar));
        return race;
    }
}
