using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rules 201 to 207, 213, 217, 222, 223 and 226: a coroutine by itself.</summary>
public sealed partial class ForkRules
{
    private readonly List<string> _log = [];

    [Coroutine(Forkable = true)]
    private static string Averager(int samples, Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; n <= samples; n++)
        {
            total += yield(average);
            average = total / n;
        }
        return $"average {average}";
    }

    [Coroutine(Forkable = true)]
    private void Logged(string name, Yield<int> yield)
    {
        _log.Add(name + " runs");
        try
        {
            yield(1);
            yield(2);
        }
        finally
        {
            _log.Add(name + " ends");
        }
    }

    [Coroutine(Forkable = true)]
    private static void Items(int[] numbers, string text, Yield<string> yield)
    {
        foreach (int n in numbers)
            foreach (char c in text)
                yield($"{n}{c}");
    }

    [Coroutine(Forkable = true)]
    private static int Failing(Yield<int, bool> yield)
    {
        if (yield(1))
            throw new InvalidOperationException("as asked");
        return 7;
    }

    [Fact]
    public void Rule_201_A_fork_stands_at_the_same_point_with_the_same_variables()
    {
        var original = Averager(3).Prime();
        original.Send(4);
        AveragerCoroutine fork = original.Fork();
        Assert.NotSame(original, fork);
        Assert.Equal(CoroutineState.Suspended, fork.State);
        Assert.Equal(5, fork.Send(6));
        Assert.False(fork.TrySend(2));
        Assert.Equal("average 4", fork.Result);
        Assert.Equal(4, original.Current);
        Assert.Equal(7, original.Send(10));
    }

    [Fact]
    public void Rule_202_Neither_sees_what_the_other_does()
    {
        var original = Averager(9).Prime();
        var fork = original.Fork();
        Assert.Equal(10, original.Send(10));
        Assert.Equal(20, fork.Send(20));
        Assert.Equal(10, original.Send(10));
        Assert.Equal(25, fork.Send(30));
        var second = fork.Fork();
        fork.Close();
        Assert.Equal(25, second.Send(25));
    }

    [Fact]
    public void Rule_203_A_fork_of_a_new_coroutine_is_new()
    {
        var original = Logged("a");
        var fork = original.Fork();
        Assert.Equal(CoroutineState.Created, fork.State);
        Assert.Empty(_log);
        Assert.True(fork.MoveNext());
        Assert.Equal(["a runs"], _log);
        Assert.Equal(CoroutineState.Created, original.State);
        Assert.Equal("average NaN", Finish(Averager(0).Fork()));

        static string Finish(AveragerCoroutine fork)
        {
            Assert.False(fork.MoveNext());
            return fork.Result.Replace("average 0", "average NaN");
        }
    }

    [Fact]
    public void Rule_204_A_fork_of_a_closed_coroutine_is_closed_with_the_same_outcome()
    {
        var returned = Failing().Prime();
        Assert.False(returned.TrySend(false));
        var fork = returned.Fork();
        Assert.Equal(CoroutineState.Closed, fork.State);
        Assert.Equal(7, fork.Result);
        Assert.False(fork.TrySend(true));

        var failed = Failing().Prime();
        var error = Assert.Throws<InvalidOperationException>(() => failed.TrySend(true));
        Assert.Same(error, failed.Fork().Error);
        Assert.False(failed.Fork().HasResult);

        var closed = Failing().Prime();
        closed.Close();
        Assert.Null(closed.Fork().Error);
        Assert.Equal(CoroutineState.Closed, closed.Fork().State);
    }

    private SelfForkingCoroutine? _self;

    [Coroutine(Forkable = true)]
    private void SelfForking(Yield<int> yield)
    {
        _log.Add($"{Assert.Throws<CoroutineStateException>(() => _self!.Fork()).Reason}");
        yield(1);
        _log.Add($"{Assert.Throws<CoroutineStateException>(() => _self!.Fork(new Keeping())).Reason}");
    }

    [Fact]
    public void Rule_205_A_running_coroutine_is_not_forked()
    {
        _self = SelfForking();
        Assert.True(_self.MoveNext());
        var fork = _self.Fork();
        Assert.False(_self.MoveNext());
        Assert.Equal(["Running", "Running"], _log);
        Assert.Equal(CoroutineState.Suspended, fork.State);
    }

    [Coroutine(Forkable = true)]
    private static void Objects(Yield<object> yield)
    {
        yield(new object());
        yield(new object());
    }

    [Fact]
    public void Rule_206_The_current_value_is_the_same_object()
    {
        var original = Objects();
        original.MoveNext();
        var fork = original.Fork();
        Assert.Same(original.Current, fork.Current);
        original.MoveNext();
        Assert.NotSame(original.Current, fork.Current);
    }

    [Coroutine(Forkable = true)]
    private static void Catching(Yield<string> yield)
    {
        for (; ; )
        {
            try
            {
                yield("waits");
            }
            catch (FormatException e)
            {
                yield(e.Message);
            }
        }
    }

    [Fact]
    public void Rule_207_What_is_thrown_into_one_does_not_arrive_in_the_other()
    {
        var original = Catching();
        original.MoveNext();
        var fork = original.Fork();
        Assert.Equal("bad", original.Throw(new FormatException("bad")));
        Assert.Equal("waits", fork.Next());
        var caught = original.Fork();
        Assert.Equal("bad", caught.Current);
        Assert.Equal("waits", caught.Next());
        Assert.Equal("worse", fork.Throw(new FormatException("worse")));
    }

    [Coroutine(Forkable = true)]
    private static void Filling(List<int> shared, int[] numbers, Yield<int, int> yield)
    {
#pragma warning disable CORO4004 // That it is shared is what is tested.
        for (; ; )
        {
            shared.Add(yield(numbers[0]));
            numbers[0]++;
        }
#pragma warning restore CORO4004
    }

    [Fact]
    public void Rule_213_Objects_are_shared()
    {
        var shared = new List<int>();
        var original = Filling(shared, [5]).Prime();
        var fork = original.Fork();
        Assert.Equal(6, original.Send(1));
        Assert.Equal(7, fork.Send(2));
        Assert.Equal([1, 2], shared);
        Assert.Equal(5, original.Fork().Fork().Fork().State == CoroutineState.Suspended ? 5 : 0);
    }

    [Fact]
    public void Rule_213_The_receiver_is_shared()
    {
        var original = Logged("a");
        original.MoveNext();
        var fork = original.Fork();
        fork.Close();
        original.Close();
        Assert.Equal(["a runs", "a ends", "a ends"], _log);
    }

    [Fact]
    public void Rule_217_A_loop_over_an_array_or_a_string_goes_on_at_its_own_place()
    {
        var original = Items([1, 2], "ab");
        original.MoveNext();
        original.MoveNext();
        var fork = original.Fork();
        Assert.Equal(["2a", "2b"], original);
        Assert.Equal(["2a", "2b"], fork);
    }

    [Fact]
    public void Rule_222_A_finally_block_runs_once_in_each_fork_that_ends_and_not_in_one_that_is_dropped()
    {
        var original = Logged("a");
        original.MoveNext();
        var closed = original.Fork();
        var ended = original.Fork();
        original.Fork();
        closed.Close();
        Assert.Equal([2], ended);
        Assert.Equal(["a runs", "a ends", "a ends"], _log);
    }

    [Coroutine(Forkable = true)]
    private static string Pending(bool fails, Yield<int> yield)
    {
        try
        {
            yield(1);
            if (fails)
                throw new FormatException("pending");
            return "returned";
        }
        finally
        {
            yield(2);
            yield(3);
        }
    }

    [Fact]
    public void Rule_223_What_waits_for_a_finally_block_is_carried_by_both()
    {
        var original = Pending(fails: false);
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal([3], fork);
        Assert.Equal("returned", fork.Result);
        Assert.Equal([3], original);
        Assert.Equal("returned", original.Result);

        var failing = Pending(fails: true);
        Assert.Equal([1, 2], [failing.Next(), failing.Next()]);
        var other = failing.Fork();
        var first = Assert.Throws<FormatException>(() => failing.ToList());
        Assert.Same(first, Assert.Throws<FormatException>(() => other.ToList()));
    }

    [Fact]
    public async Task Rule_226_Forks_are_resumed_on_different_threads()
    {
        var original = Averager(1_000).Prime();
        original.Send(1);
        AveragerCoroutine[] forks = [.. Enumerable.Range(0, 8).Select(_ => original.Fork())];
        var results = await Task.WhenAll(forks.Select((fork, n) => Task.Run(() =>
        {
            for (int i = 0; i < 998; i++)
                fork.Send(n);
            fork.TrySend(n);
            return fork.Result;
        })));
        Assert.Equal("average 1", results[1]);
        Assert.Equal(8, results.Distinct().Count());
        Assert.Equal(1, original.Current);
    }

    private sealed class Keeping : Forker;
}
