using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Json;

namespace CoroutineGen.Benchmarks.Groups.Durable;

/// <summary>Saved and restored, against what System.Text.Json generates for a class with the same variables.</summary>
static partial class Saving
{
    const int Times = 1_000, Calls = 20;

    static object? s_kept;

    public static IEnumerable<Race> Races()
    {
        var numbers = Averager().Prime();
        numbers.Send(1);
        numbers.Send(2.5);
        yield return Save("save three numbers", numbers, new ThreeNumbers { Total = 3.5, Average = 1.75, N = 3 }, BenchmarkJson.Default.ThreeNumbers);
        yield return Restore("restore three numbers", numbers, AveragerCoroutine.Restore, new ThreeNumbers { Total = 3.5, Average = 1.75, N = 3 }, BenchmarkJson.Default.ThreeNumbers);

        var list = Basket([1, 2, 3, 4, 5]);
        list.MoveNext();
        yield return Save("save a list of five", list, new ListOfFive { Items = [1, 2, 3, 4, 5], N = 1, Current = 2 }, BenchmarkJson.Default.ListOfFive);
        yield return Restore("restore a list of five", list, BasketCoroutine.Restore, new ListOfFive { Items = [1, 2, 3, 4, 5], N = 1, Current = 2 }, BenchmarkJson.Default.ListOfFive);

        var buffer = new ArrayBufferWriter<byte>();
        yield return Chains("save a chain to a buffer", (chain, _) =>
        {
            buffer.ResetWrittenCount();
            CoroutineJson.SaveTo(chain, buffer, BenchmarkJson.Default);
            return buffer;
        });
        yield return Chains("restore a chain", (_, saved) => CoroutineJson.Restore(saved, BenchmarkJson.Default, LinkCoroutine.Restore));
        yield return Sends();
    }

    static Race Save<T>(string title, ISaveable coroutine, T byHand, JsonTypeInfo<T> type)
    {
        long written = JsonSerializer.SerializeToUtf8Bytes(byHand, type).Length;
        var race = new Race(title, "save", Times, Calls) { Counted = "bytes of JSON" };
        race.Peer("System.Text.Json", Repeat(() => JsonSerializer.SerializeToUtf8Bytes(byHand, type)), count: () => written);
        race.Ours(
            "Save", Repeat(() => CoroutineJson.Save(coroutine, BenchmarkJson.Default)),
            () => CoroutineJson.Save(coroutine, BenchmarkJson.Default).Length, Bar.Time(2), Bar.Count(written * 22 / 10));
        return race;
    }

    static Race Restore<TCoroutine, T>(
        string title, ISaveable coroutine, Func<CoroutineReader, RestoreOptions?, TCoroutine> restore, T byHand,
        JsonTypeInfo<T> type)
        where TCoroutine : class
    {
        byte[] written = JsonSerializer.SerializeToUtf8Bytes(byHand, type), saved = CoroutineJson.Save(coroutine, BenchmarkJson.Default);
        var race = new Race(title, "restore", Times, Calls);
        race.Peer("System.Text.Json", Repeat(() => JsonSerializer.Deserialize(written, type)!));
        race.Ours("Restore", Repeat(() => CoroutineJson.Restore(saved, BenchmarkJson.Default, restore)), Bar.Time(2));
        return race;
    }

    static Race Chains(string title, Func<LinkCoroutine, byte[], object> work)
    {
        var race = new Race(title, "link", 10_000);
        foreach (int depth in (int[])[100, 10_000])
        {
            var chain = Chain(depth);
            byte[] saved = CoroutineJson.Save(chain, BenchmarkJson.Default);
            long Run()
            {
                for (int i = 0; i < 10_000 / depth; i++)
                    s_kept = work(chain, saved);
                return depth;
            }
            race.Ours($"of {depth}", Run, depth == 100 ? [] : [Bar.Time(1.5)]);
        }
        return race;
    }

    /// <summary>What a send costs more where the coroutine can be forked and saved: no more than its names, which it does not ask for.</summary>
    static Race Sends()
    {
        var race = new Race("a send", "send", 10_000, Calls);
        var plain = PlainAverager().Prime();
        var saveable = Averager().Prime();
        long SendPlain()
        {
            for (int i = 0; i < 10_000; i++)
                plain.Send(i);
            return (long)plain.Current;
        }
        long SendSaveable()
        {
            for (int i = 0; i < 10_000; i++)
                saveable.Send(i);
            return (long)saveable.Current;
        }
        race.Peer("of one that is neither", SendPlain);
        race.Ours("of one that is forkable and saveable", SendSaveable, Bar.Time(1.1));
        return race;
    }

    static Func<long> Repeat(Func<object> work) => () =>
    {
        for (int i = 0; i < Times; i++)
            s_kept = work();
        return Times;
    };

    static LinkCoroutine Chain(int depth)
    {
        var chain = Link(null);
        for (int i = 1; i < depth; i++)
            chain = Link(chain);
        chain.MoveNext();
        return chain;
    }

    [Coroutine(Forkable = true, Saveable = true, SavedName = "averager")]
    static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
        Add:
            total += yield(average);
            average = total / n;
        }
    }

    [Coroutine]
    static void PlainAverager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    [Coroutine(Saveable = true, SavedName = "basket")]
    static void Basket(List<int> items, Yield<int> yield)
    {
        for (int n = 1; ; n++)
        {
        Next:
            yield(items[n % items.Count]);
        }
    }

    [Coroutine(Saveable = true)]
    static void Link(Coroutine<int>? inner, Yield<int> yield)
    {
        if (inner is not null)
            yield.From(inner);
        for (int n = 0; ; n++)
            yield(n);
    }
}

/// <summary>The variables of the averager, by hand.</summary>
sealed class ThreeNumbers
{
    public double Total { get; set; }

    public double Average { get; set; }

    public int N { get; set; }
}

/// <summary>The variables of the basket, and what it has handed out, by hand. That of the averager is its average.</summary>
sealed class ListOfFive
{
    public List<int> Items { get; set; } = [];

    public int N { get; set; }

    public int Current { get; set; }
}

[JsonSerializable(typeof(ThreeNumbers))]
[JsonSerializable(typeof(ListOfFive))]
[JsonSerializable(typeof(List<int>))]
sealed partial class BenchmarkJson : JsonSerializerContext;
