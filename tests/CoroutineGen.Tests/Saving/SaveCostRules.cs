using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 235 and 236: each further coroutine costs what the one before did, whatever they are composed to. Counted, not timed.</summary>
public sealed partial class SaveCostRules
{
    private const int Many = 2_000;

    [Coroutine(Saveable = true)]
    private static int Holding(Coroutine<int> held, Coroutine<int> inner, Yield<int> yield)
    {
        yield.From(inner);
        return held.State == CoroutineState.Closed ? 1 : 2;
    }

    /// <summary>A chain.</summary>
    private static Coroutine<int> Chain(int count)
    {
        Coroutine<int> chain = SaveChainRules.Link(null);
        for (int i = 1; i < count; i++)
            chain = SaveChainRules.Link(chain);
        return Started(chain);
    }

    /// <summary>A chain each of whose links holds in a variable what it delegates to as well: it is found both ways.</summary>
    private static Coroutine<int> Ladder(int count)
    {
        Coroutine<int> chain = SaveChainRules.Link(null);
        for (int i = 1; i < count; i++)
            chain = Holding(chain, chain);
        return Started(chain);
    }

    /// <summary>A chain each of whose links holds another chain, not begun, in a variable.</summary>
    private static Coroutine<int> Comb(int count)
    {
        Coroutine<int> chain = SaveChainRules.Link(null);
        for (int i = 1; i < count / 2; i++)
            chain = Holding(SaveChainRules.Numbers(1), chain);
        return Started(chain);
    }

    /// <summary>A chain that holds its innermost link, then the one before, and so on: each is met in the middle of what is known.</summary>
    private static Coroutine<int> Backwards(int count)
    {
        List<Coroutine<int>> links = [SaveChainRules.Link(null)];
        for (int i = 1; i < count / 2; i++)
            links.Add(SaveChainRules.Link(links[^1]));
        var chain = links[^1];
        foreach (var link in links)
            chain = Holding(link, chain);
        return Started(chain);
    }

    private static Coroutine<int> Folded(int count) => Started(SaveChainRules.Deep(count));

    private static Coroutine<int> Started(Coroutine<int> chain)
    {
        chain.MoveNext();
        return chain;
    }

    [Theory]
    [InlineData(nameof(Chain))]
    [InlineData(nameof(Ladder))]
    [InlineData(nameof(Comb))]
    [InlineData(nameof(Backwards))]
    [InlineData(nameof(Folded))]
    public void Rule_235_A_further_link_costs_what_the_one_before_did(string shape)
    {
        int one = Cost(shape, Many), two = Cost(shape, 2 * Many), three = Cost(shape, 3 * Many);
        Assert.InRange(one, Many, 12 * Many);
        Assert.Equal(two - one, three - two);
        // What is needed of memory too: tables double where they are full, and so at most double it.
        Assert.InRange(Allocated(shape, 4 * Many), 0, 9 * Allocated(shape, Many));
    }

    /// <summary>The calls of writer and reader for a chain that is saved and restored.</summary>
    private static int Cost(string shape, int count)
    {
        var chain = Made(shape, count);
        var writer = new CountingWriter();
        ((ISaveable)chain).Save(writer);
        var saved = MemorySaved.Of((ISaveable)chain);
        var reader = new CountingReader(new MemorySaved.Reader(saved));
        var restored = saved.Restore(chain, reader);
        Assert.Equal(saved.Records.Count, MemorySaved.Of((ISaveable)restored).Records.Count);
        return writer.Calls + reader.Calls;
    }

    private static long Allocated(string shape, int count)
    {
        var chain = (ISaveable)Made(shape, count);
        var writer = new CountingWriter();
        long before = GC.GetAllocatedBytesForCurrentThread();
        chain.Save(writer);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Coroutine<int> Made(string shape, int count) => shape switch
    {
        nameof(Chain) => Chain(count),
        nameof(Ladder) => Ladder(count),
        nameof(Comb) => Comb(count),
        nameof(Backwards) => Backwards(count),
        _ => Folded(count),
    };

    private sealed class CountingWriter : CoroutineWriter
    {
        public int Calls { get; private set; }

        public override void Begin(SavedName coroutine, SavedName point) => Calls++;

        public override void Write<T>(SavedName name, T value) => Calls++;

        public override void WriteCoroutine(SavedName name, int number) => Calls++;

        public override void End() => Calls++;
    }

    private sealed class CountingReader(CoroutineReader reader) : CoroutineReader
    {
        public int Calls { get; private set; }

        public override bool Next(out string coroutine, out string point)
        {
            Calls++;
            bool isThere = reader.Next(out string? nextCoroutine, out string? nextPoint);
            (coroutine, point) = (nextCoroutine ?? "", nextPoint ?? "");
            return isThere;
        }

        public override bool Has(SavedName name)
        {
            Calls++;
            return reader.Has(name);
        }

        public override bool TryRead<T>(SavedName name, out T value)
        {
            Calls++;
            return reader.TryRead(name, out value!);
        }

        public override bool TryReadCoroutine(SavedName name, out int number)
        {
            Calls++;
            return reader.TryReadCoroutine(name, out number);
        }
    }
}
