using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rule 224: the frames of a method that delegates to itself.</summary>
public sealed partial class ForkFoldedRules
{
    private sealed partial class Tree(int value, Tree? left = null, Tree? right = null)
    {
        [Coroutine(Forkable = true)]
        public int Walk(Yield<int> yield)
        {
            int count = 1;
            if (left is not null)
                count += yield.From(left.Walk());
            yield(value);
            if (right is not null)
                count += yield.From(right.Walk());
            return count;
        }
    }

    [Coroutine(Forkable = true)]
    private static int Flat(int depth, Yield<int, int> yield)
    {
        int got = yield(depth);
        if (depth == 0)
            return got;
        int first = yield.From(Flat(depth - 1));
        int second = yield.From(Flat(depth - 1));
        return first + second + got;
    }

    [Coroutine(Forkable = true)]
    private static void Capturing(int depth, Yield<int> yield)
    {
        int n = depth;
        void Add() => n++;
        yield(n);
        Add();
        if (depth > 0)
            yield.From(Capturing(depth - 1));
        Add();
        yield(n);
    }

    [Coroutine(Forkable = true)]
    private static void Sources(int depth, Coroutine<int> source, Yield<int> yield)
    {
        yield(source.MoveNext() ? source.Current : -1);
        if (depth > 0)
            yield.From(Sources(depth - 1, source));
        yield(source.MoveNext() ? source.Current : -2);
    }

    [Coroutine(Forkable = true)]
    private static void Numbers(Yield<int> yield)
    {
        for (int i = 1; ; i++)
            yield(i);
    }

    private static Tree Balanced(int low, int high)
    {
        int middle = (low + high) / 2;
        return new(middle, low < middle ? Balanced(low, middle - 1) : null, middle < high ? Balanced(middle + 1, high) : null);
    }

    [Fact]
    public void Rule_224_Frames_fork_as_frames_at_each_step()
    {
        for (int steps = 0; steps <= 16; steps++)
        {
            var original = Balanced(1, 15).Walk();
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            var second = fork.Fork();
            Assert.Equal(Enumerable.Range(steps + 1, Math.Max(0, 15 - steps)), original.ToList());
            Assert.Equal(Enumerable.Range(steps + 1, Math.Max(0, 15 - steps)), fork.ToList());
            Assert.Equal(Enumerable.Range(steps + 1, Math.Max(0, 15 - steps)), second.ToList());
            Assert.Equal(15, fork.Result);
        }
    }

    [Fact]
    public void Rule_224_Flat_frames_fork_with_what_was_sent()
    {
        for (int steps = 1; steps <= 15; steps++)
        {
            var original = Flat(3).Prime();
            for (int i = 1; i < steps; i++)
                original.TrySend(i);
            var fork = original.Fork();
            Assert.Equal(Rest(original), Rest(fork));
            Assert.Equal(original.Result, fork.Result);
        }

        static List<int> Rest(FlatCoroutine coroutine)
        {
            List<int> rest = [];
            for (int i = 100; coroutine.TrySend(i); i++)
                rest.Add(coroutine.Current);
            return rest;
        }
    }

    [Fact]
    public void Rule_224_Forking_does_not_unfold_and_unfolding_one_leaves_the_other()
    {
        var original = Flat(2).Prime();
        original.Send(1);
        var fork = original.Fork();
        Assert.NotNull(original.Delegate);
        var second = original.Fork();
        Assert.NotSame(original.Delegate, second.Delegate);
        original.Close();
        Assert.Equal(fork.Send(2), second.Send(2));
        Assert.Equal(fork.Send(3), second.Send(3));
    }

    [Fact]
    public void Rule_224_Each_frame_has_its_own_environment()
    {
        for (int steps = 0; steps <= 8; steps++)
        {
            var original = Capturing(3);
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
    }

    [Fact]
    public void Rule_224_A_coroutine_that_all_frames_hold_has_one_twin()
    {
        for (int steps = 0; steps <= 8; steps++)
        {
            var original = Sources(3, Numbers());
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            var fork = original.Fork();
            Assert.Equal(original.ToList(), fork.ToList());
        }
    }

    [Fact]
    public void Rule_224_Many_frames_fork()
    {
        var original = Flat(20_000).Prime();
        for (int i = 0; i < 20_000; i++)
            original.Send(1);
        var fork = original.Fork();
        Assert.Equal(original.Send(7), fork.Send(7));
        Assert.Equal(original.Send(7), fork.Send(7));
    }
}
