using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rules 215 and 216, and the captured variables of DURABLE's trap 2: a fork has new environments.</summary>
public sealed partial class ForkClosureRules
{
    [Coroutine(Forkable = true)]
    private static void Counter(int step, Yield<Func<int>> yield)
    {
        int n = 0;
        for (; ; )
        {
            n += step;
            yield(() => n);
        }
    }

    [Coroutine(Forkable = true)]
    private static void Iterations(int count, Yield<int> yield)
    {
        int total = 0;
        for (int i = 0; i < count; i++)
        {
            int copy = i * 10;
            void Add(int k) => total += copy + k;
            yield(total);
            Add(1);
            yield(total);
            Action add = () => Add(2);
            add();
        }
    }

    [Coroutine(Forkable = true)]
    private static void Equal(Yield<bool> yield)
    {
        int n = 0;
        int Next() => ++n;
        Func<int> first = Next;
        yield(first == Next);
        Func<int> second = Next;
        yield(second() == 1 && n == 1);
        yield(((Func<int>)Next)() == 2);
    }

    [Coroutine(Forkable = true)]
    private static void Capturing(ForkChainNumbers numbers, Yield<int> yield)
    {
        int Next() => numbers.MoveNext() ? numbers.Current : -1;
        for (; ; )
            yield(Next());
    }

    public sealed class ForkChainNumbers(IEnumerable<int> items) : IForkable<ForkChainNumbers>
    {
        private int _next;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_next >= items.Count())
                return false;
            Current = items.ElementAt(_next++);
            return true;
        }

        public ForkChainNumbers Fork() => new(items) { _next = _next };
    }

    [Coroutine(Forkable = true)]
    private static void Numbers(Yield<int> yield)
    {
        for (int i = 1; ; i++)
            yield(i);
    }

    [Coroutine(Forkable = true)]
    private static void CapturedCoroutine(NumbersCoroutine numbers, Yield<int> yield)
    {
        int Next() => numbers.Next();
        yield(0);
        for (; ; )
        {
            var first = numbers;
            yield(Next() + (first == numbers ? 0 : 1_000));
        }
    }

    [Coroutine(Forkable = true)]
    private static void KeptConstant(int limit, Yield<int> yield)
    {
        Func<int, bool> isLow = n => n < limit;
        for (int i = 0; isLow(i); i++)
            yield(i);
    }

    [Coroutine(Forkable = true)]
    private static void Anonymous(Yield<int> yield)
    {
        var pair = new { A = 1, B = 2 };
        var list = new[] { new { N = 5 }, new { N = 6 }, new { N = 7 } }.ToList();
        yield(pair.A);
        var query = list.Select(i => new { Twice = 2 * i.N });
        pair = new { A = pair.A + query.First().Twice - 9, pair.B };
        yield(query.Count());
        foreach (var item in list)
            yield(item.N + pair.A);
        pair = new { A = pair.A + 1, pair.B };
        yield(pair.A);
    }

    [Fact]
    public void Rule_215_Captured_variables_are_the_fork_s_own()
    {
        var original = Counter(1);
        original.MoveNext();
        var fork = original.Fork();
        Assert.Equal(2, original.Next()());
        Assert.Equal(3, original.Next()());
        Assert.Equal(2, fork.Next()());
        Assert.Equal(3, original.Current());
        Assert.Equal(1, Counter(1).Fork().Next()());
    }

    [Fact]
    public void Rule_215_So_are_those_of_local_functions_at_each_point()
    {
        for (int steps = 0; steps < 8; steps++)
        {
            var original = Iterations(3);
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
    }

    [Fact]
    public void Rule_215_A_coroutine_that_is_captured_is_forked_once()
    {
        var original = CapturedCoroutine(Numbers());
        Assert.Equal([0, 1, 2], [original.Next(), original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal([3, 4], [fork.Next(), fork.Next()]);
        Assert.Equal(3, original.Next());
        var fresh = CapturedCoroutine(Numbers()).Fork();
        Assert.Equal([0, 1], [fresh.Next(), fresh.Next()]);
    }

    [Fact]
    public void Rule_213_An_object_that_is_captured_is_shared()
    {
        var original = Capturing(new ForkChainNumbers([1, 2, 3]));
        Assert.Equal(1, original.Next());
        var fork = original.Fork();
        Assert.Equal(2, original.Next());
        Assert.Equal(3, fork.Next());
    }

    [Fact]
    public void Rule_216_A_delegate_made_before_keeps_the_variables_of_its_maker()
    {
        var original = Counter(1);
        var before = original.Next();
        var fork = original.Fork();
        Assert.Same(before, fork.Current);
        fork.MoveNext();
        Assert.Equal(1, before());
        original.MoveNext();
        Assert.Equal(2, before());
    }

    [Fact]
    public void Rule_216_The_delegate_of_a_local_function_is_made_anew_in_the_fork()
    {
        var original = Equal();
        Assert.True(original.Next());
        var fork = original.Fork();
        Assert.Equal([true, true], original);
        Assert.Equal([true, true], fork);
    }

    [Fact]
    public void A_closure_over_what_nothing_assigns_may_be_kept()
    {
        var original = KeptConstant(4);
        Assert.Equal([0, 1], [original.Next(), original.Next()]);
        Assert.Equal([2, 3], original.Fork());
        Assert.Equal([2, 3], original);
    }

    [Fact]
    public void Variables_whose_type_has_no_name_are_the_fork_s_own()
    {
        for (int steps = 0; steps < 7; steps++)
        {
            var original = Anonymous();
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
    }
}
