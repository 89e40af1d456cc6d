using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// Bytes of single operations, exactly and whatever the JIT has optimised: a coroutine is one object, and running it allocates nothing.
/// </summary>
public partial class AllocationPerOperationTests
{
    private static object? _kept;

    [Coroutine]
    private static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    [Coroutine]
    private static void Sink(List<int> received, Receive<int> yield)
    {
        while (true)
            received.Add(yield());
    }

    [Coroutine]
    private static void Stream(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Stream(depth - 1));
        for (int n = 0; ; n++)
            yield(n);
    }

    [Coroutine]
    private static void Echo(int depth, Yield<int, int> yield)
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

    [Coroutine]
    private static void Ascend(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Ascend(depth - 1));
        yield(depth);
    }

    [Coroutine]
    private static void Cleaning(Yield<int> yield)
    {
        try
        {
            while (true)
                yield(1);
        }
        finally
        {
            GC.KeepAlive(_kept);
        }
    }

    [Coroutine]
    private static void Mixed(byte small, Yield<int> yield)
    {
        long large = small;
        for (byte n = 0; n < small; n++)
            yield((int)(large += n));
    }

    [Coroutine]
    private static void Nothing(Yield<int> yield) => yield(1);

    [Fact]
    public void Sending_allocates_nothing()
    {
        var averager = Averager().Prime();
        Assert.Equal(0, BytesOf(1000, i => averager.Send(i)));
        Assert.Equal(0, BytesOf(1000, i => averager.TrySend(i)));
    }

    [Fact]
    public void Receiving_allocates_nothing()
    {
        var received = new List<int>(3000);
        var sink = Sink(received).Prime();
        Assert.Equal(0, BytesOf(1000, i => sink.Send(i)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(10_000)]
    public void A_value_through_a_chain_allocates_nothing(int depth)
    {
        var stream = Stream(depth);
        Assert.True(stream.MoveNext());
        Assert.Equal(0, BytesOf(1000, _ => stream.MoveNext()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_value_sent_through_a_chain_allocates_nothing(int depth)
    {
        var echo = Echo(depth).Prime();
        Assert.Equal(0, BytesOf(1000, i => echo.Send(i)));
    }

    [Fact]
    public void Leaving_the_levels_of_a_chain_allocates_nothing()
    {
        var ascending = Ascend(3000);
        Assert.True(ascending.MoveNext());
        Assert.Equal(0, BytesOf(1000, _ => ascending.MoveNext()));
    }

    [Fact]
    public void Closing_through_a_finally_allocates_nothing()
    {
        var coroutines = Enumerable.Range(0, 2000).Select(_ => Cleaning()).ToArray();
        foreach (var coroutine in coroutines)
            coroutine.MoveNext();
        int next = 0;
        Assert.Equal(0, BytesOf(1000, _ => coroutines[next++].Close()));
    }

    /// <summary>Header and type 16, a reference 8, state and tag 8, the current value 4 or 8; then what lives across a yield.</summary>
    [Fact]
    public void A_coroutine_is_one_object_of_exactly_its_state()
    {
        Assert.Equal(40_000, BytesOf(1000, _ => _kept = Nothing()));
        // Delegates to itself: 16 more for the frames of its callers.
        Assert.Equal(64_000, BytesOf(1000, _ => _kept = Stream(1)));
        Assert.Equal(64_000, BytesOf(1000, _ => _kept = Averager()));
        // Variables of different sizes are packed: 8 and twice 1, and not three times 8.
        Assert.Equal(56_000, BytesOf(1000, _ => _kept = Mixed(1)));
    }

    /// <summary>Once before, so that nothing is counted that happens only the first time.</summary>
    private static long BytesOf(int times, Action<int> operation)
    {
        for (int i = 0; i < times; i++)
            operation(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < times; i++)
            operation(i);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
