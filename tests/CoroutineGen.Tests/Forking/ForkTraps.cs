using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Traps of docs/internals/durable-traps.md that no rule is about.</summary>
public sealed partial class ForkTraps
{
    [Coroutine]
    private static void Plain(Yield<int> yield)
    {
        yield(1);
        yield(2);
    }

    [Coroutine(Forkable = true)]
    private static void Stale(IEnumerable<int> source, Yield<int> yield)
    {
        foreach (int n in source)
            yield(n);
        yield(100);
        yield(101);
    }

    [Fact]
    public void Trap_6_A_loop_that_has_ended_is_in_the_way_of_no_fork()
    {
        var original = Stale(Plain());
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        Assert.Throws<CoroutineForkException>(() => original.Fork());
        Assert.Equal(100, original.Next());
        Assert.Equal([101], original.Fork());
        Assert.Equal([101], original);
    }

    [Coroutine(Forkable = true)]
    private static int Twice(int count, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
            sum += yield.From(Once(i));
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Once(int number, Yield<int, int> yield) => number + yield(number);

    [Fact]
    public void Trap_12_A_fork_of_a_chain_that_was_driven_has_a_driver_of_its_own()
    {
        var original = Twice(3);
        Assert.Equal(0, original.Next());
        Assert.Equal(1, original.Send(10));
        var fork = original.Fork();
        // In turn, so that whoever shared something would go on in the other's place.
        Assert.Equal(2, fork.Send(100));
        Assert.Equal(1, original.Current);
        Assert.Equal(2, original.Send(20));
        Assert.False(fork.TrySend(1000));
        Assert.Equal(2, original.Current);
        Assert.False(original.TrySend(30));
        Assert.Equal((10 + 100 + 1000 + 3, 10 + 20 + 30 + 3), (fork.Result, original.Result));
    }

    [Coroutine(Forkable = true)]
    private static void Each(List<int> items, Yield<int> yield)
    {
        foreach (int n in items)
            yield(n);
    }

    [Fact]
    public void Trap_20_A_list_that_is_changed_stops_the_loops_of_both()
    {
        List<int> items = [1, 2, 3];
        var original = Each(items);
        original.MoveNext();
        var fork = original.Fork();
        items.Add(4);
        Assert.Throws<InvalidOperationException>(() => fork.MoveNext());
        Assert.Throws<InvalidOperationException>(() => original.MoveNext());
    }
}
