using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>The exact bytes of a fork: one object, one more for each environment, one for each link of a chain, and no table.</summary>
[Collection(nameof(Alone))]
public sealed partial class ForkAllocationTests
{
    private static object? _kept;

    [Coroutine(Forkable = true)]
    private static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    [Coroutine(Forkable = true)]
    private static void Each(List<int> items, Yield<int> yield)
    {
        try
        {
            foreach (int item in items)
                yield(item);
        }
        finally
        {
            _kept = null;
        }
    }

    [Coroutine(Forkable = true)]
    private static void Capturing(Yield<int> yield)
    {
        int n = 0;
        void Add() => n++;
        for (; ; Add())
            yield(n);
    }

    [Coroutine(Forkable = true)]
    private static void Chained(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Linked(depth - 1));
        yield(depth);
    }

    // Not by its own name, so that nothing is folded.
    [Coroutine(Forkable = true)]
    private static void Linked(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Chained(depth - 1));
        yield(depth);
    }

    [Coroutine(Forkable = true)]
    private static void Folded(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Folded(depth - 1));
        yield(depth);
    }

    private static long Bytes(Func<object> make)
    {
        _kept = make();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _kept = make();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_fork_is_one_object_as_large_as_the_original()
    {
        var averager = Averager().Prime();
        Assert.Equal(Bytes(() => Averager()), Bytes(averager.Fork));
        var each = Each([1, 2]);
        each.MoveNext();
        Assert.Equal(Bytes(() => Each([])) - Bytes(() => new List<int>()), Bytes(each.Fork));
    }

    [Fact]
    public void An_environment_is_one_more()
    {
        var capturing = Capturing();
        capturing.MoveNext();
        Assert.Equal(Bytes(() => Capturing()) + 24, Bytes(capturing.Fork));
    }

    [Fact]
    public void A_chain_is_its_links()
    {
        long link = Bytes(() => Chained(0));
        Assert.Equal(2 * link, Of(1));
        Assert.Equal(11 * link, Of(10));
        Assert.Equal(10_001 * link, Of(10_000));

        static long Of(int depth)
        {
            var chain = Chained(depth);
            chain.MoveNext();
            return Bytes(chain.Fork);
        }
    }

    [Fact]
    public void Frames_are_one_array()
    {
        long coroutine = Bytes(() => Folded(0));
        Assert.Equal(coroutine + 24 + (8 * 100), Of(100));
        Assert.Equal(coroutine + 24 + (8 * 1_000), Of(1_000));

        static long Of(int depth)
        {
            var folded = Folded(depth);
            folded.MoveNext();
            return Bytes(folded.Fork);
        }
    }
}
