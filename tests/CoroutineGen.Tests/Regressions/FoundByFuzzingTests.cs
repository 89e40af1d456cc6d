using Xunit;

namespace CoroutineGen.Tests;

/// <summary>What the fuzzer found wrong, made as small as it goes; each test is named after what was wrong.</summary>
public sealed partial class FoundByFuzzingTests
{
    [Coroutine]
    private static int NoYield(Yield<int, int> yield)
    {
        var local = 6;
        return local;
    }

    [Fact]
    public void A_local_of_a_body_without_yields_was_unknown()
    {
        var coroutine = NoYield();
        Assert.False(coroutine.MoveNext());
        Assert.Equal(6, coroutine.Result);
    }

#pragma warning disable CS0162, CS8793 // That the conditions are known is the point.
    [Coroutine]
    private static int AlwaysThrows(int a, Yield<int, int> yield)
    {
        if (a < 4 || true)
            throw new FormatException();
        return 0;
    }

    [Fact]
    public void The_end_after_a_condition_that_is_always_true_was_lost()
        => Assert.Throws<FormatException>(() => AlwaysThrows(1).MoveNext());

    [Coroutine]
    private static int AlwaysMatches(Yield<int, int> yield)
    {
        if (7 is > 2 and < 8)
            throw new FormatException();
        return 0;
    }
#pragma warning restore CS0162, CS8793

    [Fact]
    public void The_end_after_a_pattern_that_a_constant_matches_was_lost()
        => Assert.Throws<FormatException>(() => AlwaysMatches().MoveNext());

    [Coroutine]
    private static int Two(Yield<int, int> yield)
    {
        yield(1);
        yield(2);
        return 0;
    }

    [Coroutine]
    private static int Through(Coroutine<int, int, int> inner, Yield<int, int> yield) => yield.From(inner);

    [Fact]
    public void A_suspended_link_had_no_current_value_once_others_had_ended_its_inner()
    {
        var inner = Two();
        var middle = Through(inner);
        var outer = Through(middle);
        Assert.True(middle.MoveNext());
        Assert.True(outer.MoveNext());
        Assert.False(inner.MoveNext());
        Assert.Equal(CoroutineState.Suspended, middle.State);
        Assert.Equal(1, middle.Current);
    }

    private sealed class Counter(Log log)
    {
        private int _reads;

        public int Reads => log.Arg("read", ++_reads);

        public int this[int index] => log.Arg("element", ++_reads + index);
    }

    private static int Peek(in int value, int other) => (10 * value) + other;

    [Coroutine]
    private static int PeeksAtValues(Log log, Yield<string, int> yield)
    {
        var counter = new Counter(log);
        return Peek(counter.Reads, yield("property")) + Peek(counter[3], yield("indexer"));
    }

    private int Own => _log!.Arg("own", 7);

    private Log? _log;

    [Coroutine]
    private int PeeksAtOwn(Log log, Yield<string, int> yield)
    {
        _log = log;
        return Peek(Own, yield("own"));
    }

    [Fact]
    public void A_property_for_an_in_parameter_was_read_after_the_yield_to_its_right()
    {
        Oracle.Check((log, yield) => PeeksAtValues(log, yield), log => PeeksAtValues(log));
        Oracle.Check((log, yield) => PeeksAtOwn(log, yield), log => PeeksAtOwn(log));
    }
}
