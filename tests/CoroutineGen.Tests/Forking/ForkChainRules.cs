using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rules 205, 208 to 212, 219 and 221: coroutines that others delegate to, or keep in variables.</summary>
public sealed partial class ForkChainRules
{
    private readonly List<string> _log = [];

    [Coroutine(Forkable = true)]
    private static int Numbers(int count, Yield<int> yield)
    {
        for (int i = 1; i <= count; i++)
            yield(i);
        return count;
    }

    [Coroutine]
    private static void Plain(Yield<int> yield)
    {
        yield(1);
        yield(2);
    }

    [Coroutine(Forkable = true)]
    private static void Sums(Yield<int, int> yield)
    {
        IEnumerable<int> items;
        for (int sum = 0; ;)
        {
            sum = yield(sum);
            items = Plain();
            sum += items.Sum();
        }
    }

    [Coroutine(Forkable = true)]
    private static int Outer(int count, Yield<int> yield)
    {
        int result = yield.From(Numbers(count));
        yield(100 + result);
        return yield.From(Numbers(2));
    }

    [Coroutine(Forkable = true)]
    private static int Twice(Coroutine<int, Unit, int> inner, Yield<int> yield)
    {
        yield.From(inner);
        yield(inner.Result * 10);
        return inner.Result;
    }

    [Coroutine(Forkable = true)]
    private static void Any(IEnumerable<int> inner, Yield<int> yield)
    {
        yield(0);
        yield.From(inner);
        yield(9);
    }

    [Coroutine(Forkable = true)]
    private static void Doubled(IEnumerable<int> source, Yield<int> yield)
    {
        foreach (int n in source)
        {
            yield(n);
            yield(n * 2);
        }
    }

    [Coroutine(Forkable = true)]
    private static void Both(NumbersCoroutine a, NumbersCoroutine b, Yield<int> yield)
    {
        while (a.MoveNext() & b.MoveNext())
            yield((a.Current * 10) + b.Current);
    }

    [Coroutine(Forkable = true)]
    private static int Deep(int depth, Coroutine<int, Unit, int> innermost, Yield<int> yield)
        => 1 + (depth == 0 ? yield.From(innermost) : yield.From(Deeper(depth, innermost)));

    // Not by its own name, so that it is a chain of coroutines and no stack of frames.
    [Coroutine(Forkable = true)]
    private static int Deeper(int depth, Coroutine<int, Unit, int> innermost, Yield<int> yield)
        => 1 + yield.From(Deep(depth - 1, innermost));

    [Coroutine(Forkable = true)]
    private static int Link(Coroutine<int, Unit, int>? inner, Yield<int> yield)
    {
        if (inner is null)
        {
            yield(1);
            yield(2);
            return 0;
        }
        return 1 + yield.From(inner);
    }

    [Fact]
    public void Rule_208_What_it_delegates_to_is_forked_too()
    {
        var original = Outer(3);
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal(2, fork.Current);
        Assert.NotNull(fork.Delegate);
        Assert.NotSame(original.Delegate, fork.Delegate);
        Assert.Equal([3, 103, 1, 2], fork);
        Assert.Equal(2, fork.Result);
        Assert.Equal([3, 103, 1, 2], original);
    }

    [Fact]
    public void Rule_208_A_chain_forks_at_any_place_and_a_fork_of_a_fork_too()
    {
        for (int steps = 0; steps <= 7; steps++)
        {
            var original = Outer(3);
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork().Fork();
            Assert.Equal(original.State, fork.State);
            Assert.Equal(original.ToList(), fork.ToList());
            Assert.Equal(original.HasResult, fork.HasResult);
        }
    }

    [Fact]
    public void Rule_209_What_is_reached_twice_has_one_twin()
    {
        var original = Twice(Numbers(4));
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal([3, 4, 40], fork);
        Assert.Equal(4, fork.Result);
        Assert.Equal([3, 4, 40], original);

        var shared = Numbers(4);
        var both = Both(shared, shared);
        Assert.Equal(22, both.Next());
        var twin = both.Fork();
        Assert.Equal(44, twin.Next());
        Assert.False(twin.MoveNext());
        Assert.Equal(44, both.Next());
    }

    [Fact]
    public void Rule_209_An_enumerator_and_a_variable_that_are_one_coroutine_stay_one()
    {
        var numbers = Numbers(3);
        var original = Pulling(numbers);
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal([3], fork);
        Assert.Equal([3], original);
    }

    [Coroutine(Forkable = true)]
    private static void Pulling(IEnumerable<int> source, Yield<int> yield)
    {
        foreach (int n in source)
        {
            yield(n);
            if (((Coroutine<int>)source).MoveNext())
                yield(((Coroutine<int>)source).Current);
        }
    }

    [Fact]
    public void Rule_209_Many_are_found_again_as_few_are()
    {
        NumbersCoroutine[] all = [.. Enumerable.Range(1, 12).Select(n => Numbers(n + 20))];
        var original = Many(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9], all[0], all[11], all[11]);
        Assert.Equal(15, original.Next());
        var fork = original.Fork();
        int next = original.Next();
        Assert.Equal(next, fork.Next());
        Assert.Equal(original.Next(), fork.Next());
    }

    [Coroutine(Forkable = true)]
    private static void Many(
        NumbersCoroutine a, NumbersCoroutine b, NumbersCoroutine c, NumbersCoroutine d, NumbersCoroutine e, NumbersCoroutine f,
        NumbersCoroutine g, NumbersCoroutine h, NumbersCoroutine i, NumbersCoroutine j, NumbersCoroutine k, NumbersCoroutine l,
        NumbersCoroutine m, Yield<int> yield)
    {
        for (; ; )
            yield(a.Next() + b.Next() + c.Next() + d.Next() + e.Next() + f.Next() + g.Next() + h.Next() + i.Next() + j.Next() + k.Next()
                + l.Next() + m.Next());
    }

    [Fact]
    public void Rule_210_Who_shares_the_inner_one_keeps_the_original()
    {
        var shared = Numbers(5);
        var original = Twice(shared);
        original.MoveNext();
        var fork = original.Fork();
        Assert.Equal(2, shared.Next());
        Assert.Equal(2, fork.Next());
        Assert.Equal(3, original.Next());
        Assert.Equal([3, 4, 5, 50], fork);
    }

    [Fact]
    public void Rule_206_The_value_of_a_chain_is_what_its_root_handed_out_whoever_has_moved_the_innermost_since()
    {
        var shared = Numbers(5);
        var original = Twice(shared);
        original.MoveNext();
        shared.MoveNext();
        Assert.Equal(1, original.Current);
        Assert.Equal(1, original.Fork().Current);
        Assert.Equal(3, original.Fork().Next());
        while (shared.MoveNext())
        {
        }
        var fork = original.Fork();
        Assert.Equal(original.Current, fork.Current);
        Assert.Equal(original.Next(), fork.Next());
    }

    [Fact]
    public void Rule_211_What_is_not_forkable_is_refused_and_nothing_changes()
    {
        var original = Any(Plain());
        original.MoveNext();
        var error = Assert.Throws<CoroutineForkException>(() => original.Fork());
        Assert.Equal(("Any", "inner"), (error.Coroutine, error.Variable));
        original.MoveNext();
        error = Assert.Throws<CoroutineForkException>(() => original.Fork());
        Assert.Equal(("Any", null), (error.Coroutine, error.Variable));
        Assert.Equal(1, original.Current);
        Assert.Equal([2, 9], original);
        Assert.Equal(CoroutineState.Closed, original.Fork().State);

        var looping = Doubled(Plain());
        looping.MoveNext();
        Assert.Equal("source", Assert.Throws<CoroutineForkException>(() => looping.Fork()).Variable);
        Assert.Equal([2, 2, 4], looping);
    }

    [Fact]
    public void Rule_211_What_is_assigned_before_it_is_read_is_no_matter()
    {
        var original = Sums().Prime();
        Assert.Equal(4, original.Send(1));
        var fork = original.Fork();
        Assert.Equal(5, fork.Send(2));
        Assert.Equal(6, original.Send(3));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(200_000)]
    public void Rule_212_Depth_has_no_limit(int depth)
    {
        var innermost = Link(null);
        LinkCoroutine root = innermost;
        for (int i = 0; i < depth; i++)
            root = Link(root);
        Assert.Equal(1, root.Next());
        var fork = root.Fork();
        Assert.Equal(2, fork.Next());
        Assert.Equal(1, innermost.Current);
        Assert.False(fork.MoveNext());
        Assert.Equal(depth, fork.Result);
        Assert.Equal(2, root.Next());
    }

    private DrivingCoroutine? _outer;

    [Coroutine(Forkable = true)]
    private void Driving(Yield<int> yield) => yield.From(Inside());

    [Coroutine(Forkable = true)]
    private void Inside(Yield<int> yield)
    {
        yield(1);
        _log.Add($"{Assert.Throws<CoroutineStateException>(() => _outer!.Fork()).Reason}");
        yield(2);
    }

    [Fact]
    public void Rule_205_A_chain_in_which_one_runs_is_not_forked()
    {
        _outer = Driving();
        Assert.Equal([1, 2], _outer);
        Assert.Equal(["Running"], _log);
    }

    [Coroutine(Forkable = true)]
    private void Lender(Func<LinkCoroutine> borrower, Yield<int> yield)
    {
        yield(1);
        _log.Add($"{Assert.Throws<CoroutineStateException>(() => borrower().Fork()).Reason}");
        yield(2);
    }

    [Coroutine(Forkable = true)]
    private static int Borrowing(Coroutine<int> inner, Yield<int> yield)
    {
        yield.From(inner);
        return 0;
    }

    [Fact]
    public void Rule_205_Nor_is_one_whose_inner_one_somebody_else_runs()
    {
        LinkCoroutine? root = null;
        var lender = Lender(() => root!);
        root = Link(Borrowing(lender));
        Assert.Equal(1, root.Next());
        Assert.Equal(2, lender.Next());
        Assert.Equal(["Running"], _log);
        Assert.Equal(CoroutineState.Suspended, root.Fork().State);
    }

    [Fact]
    public void Rule_219_A_loop_over_a_forkable_coroutine_goes_on_in_both()
    {
        for (int steps = 0; steps < 8; steps++)
        {
            var original = Doubled(Numbers(3));
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
    }

    [Fact]
    public void Rule_221_A_sequence_that_is_delegated_to_goes_on_where_it_can_be_copied()
    {
        IEnumerable<int>[] sequences =
        [
            new[] { 1, 2, 3 }, new List<int> { 1, 2, 3 }, new Queue<int>([1, 2, 3]), new Stack<int>([3, 2, 1]), new HashSet<int> { 1, 2, 3 },
            new LinkedList<int>([1, 2, 3]), Array.Empty<int>(), new List<int>(),
        ];
        foreach (var sequence in sequences)
        {
            for (int steps = 0; steps < 5; steps++)
            {
                var original = Any(sequence);
                for (int i = 0; i < steps; i++)
                    original.MoveNext();
                Assert.Equal(original.Fork().ToList(), original.ToList());
            }
        }
        var lazy = Any(Enumerable.Range(1, 3).Where(n => n > 0));
        Assert.Equal(0, lazy.Next());
        Assert.Equal([1, 2, 3, 9], lazy.Fork());
        Assert.Equal(1, lazy.Next());
        Assert.Throws<CoroutineForkException>(() => lazy.Fork());
        Assert.Equal([2, 3, 9], lazy);
    }

    [Fact]
    public void Chains_of_both_kinds_fork()
    {
        for (int steps = 0; steps < 6; steps++)
        {
            var original = Deep(3, Numbers(4));
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
            Assert.Equal(11, fork.Result);
            Assert.Equal(11, original.Result);
        }
    }

    /// <summary>A coroutine of somebody else's making, which passes on what it is asked.</summary>
    private class Foreign(NumbersCoroutine numbers) : ICoroutine<int>
    {
        protected NumbersCoroutine Numbers => numbers;

        public CoroutineState State => numbers.State;

        public int Current => numbers.Current;

        public bool MoveNext() => numbers.MoveNext();

        public bool TryThrow(Exception error) => numbers.TryThrow(error);

        public void Close() => numbers.Close();

        public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)numbers).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ForkableForeign(NumbersCoroutine numbers) : Foreign(numbers), IForkable<ForkableForeign>
    {
        public ForkableForeign Fork() => new(Numbers.Fork());
    }

    [Coroutine(Forkable = true)]
    private static void Abroad(ICoroutine<int> inner, Yield<int> yield)
    {
        yield.From(inner);
        yield(inner.State == CoroutineState.Closed ? -1 : inner.Current);
    }

    [Fact]
    public void Rule_209_A_coroutine_of_somebody_else_s_making_is_forked_once()
    {
        for (int steps = 0; steps <= 5; steps++)
        {
            var original = Abroad(new ForkableForeign(Numbers(3)));
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
        var begun = Abroad(new ForkableForeign(Numbers(3)));
        begun.MoveNext();
        Assert.Equal([2, 3, -1], begun.Fork());
        Assert.Equal([2, 3, -1], begun);
    }

    [Fact]
    public void Rule_211_One_that_does_not_say_that_it_can_is_refused()
    {
        var original = Abroad(new Foreign(Numbers(3)));
        Assert.Equal("inner", Assert.Throws<CoroutineForkException>(() => original.Fork()).Variable);
        original.MoveNext();
        Assert.Equal("Abroad", Assert.Throws<CoroutineForkException>(() => original.Fork()).Coroutine);
        Assert.Equal([2, 3, -1], original);
    }
}
