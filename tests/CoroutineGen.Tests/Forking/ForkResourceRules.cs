using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>What a using holds in a forkable coroutine can be forked; each fork then releases its own.</summary>
public sealed partial class ForkResourceRules
{
    private sealed class Reader(List<string> log, string name) : IDisposable, IForkable<Reader>
    {
        private int _at;

        public int Forks { get; private set; }

        public bool FailsToFork { get; init; }

        public int Read() => ++_at;

        public Reader Fork()
        {
            if (FailsToFork)
                throw new NotSupportedException(name);
            return new(log, $"{name}.{++Forks}") { _at = _at };
        }

        public void Dispose() => log.Add("disposed " + name);
    }

    [Coroutine(Forkable = true)]
    private static void Reading(Reader reader, Yield<int> yield)
    {
        yield(0);
        using (reader)
        {
            var other = reader;
            yield(reader.Read());
            yield(other.Read());
        }
        yield(-1);
    }

    [Coroutine(Forkable = true)]
    private static void Lending(Reader given, Yield<int> yield)
    {
        using var reader = given;
        yield.From(Borrowing(reader));
    }

    [Coroutine(Forkable = true)]
    private static void Borrowing(Reader borrowed, Yield<int> yield)
    {
        for (; ; )
            yield(borrowed.Read());
    }

    [Coroutine(Forkable = true)]
    private static void TwoReaders(Reader first, Reader second, Yield<int> yield)
    {
        using var a = first;
        using var b = second;
        yield(a.Read() + b.Read());
        yield(a.Read() + b.Read());
    }

    [Coroutine(Forkable = true)]
    private static void Driving(Coroutine<int> given, Yield<int> yield)
    {
        using var inner = given;
        while (inner.MoveNext())
            yield(inner.Current);
    }

    [Fact]
    public void Each_fork_holds_and_releases_its_own()
    {
        List<string> log = [];
        var original = Reading(new Reader(log, "r"));
        Assert.Equal([0, 1], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal(2, fork.Next());
        fork.Close();
        Assert.Equal(["disposed r.1"], log);
        Assert.Equal([2, -1], original);
        Assert.Equal(["disposed r.1", "disposed r"], log);
    }

    [Fact]
    public void Before_and_after_it_is_held_it_is_shared_as_any_object()
    {
        List<string> log = [];
        var reader = new Reader(log, "r");
        var original = Reading(reader);
        original.MoveNext();
        original.Fork();
        Assert.Equal(0, reader.Forks);
        while (original.Next() != -1)
        {
        }
        original.Fork();
        Assert.Equal(0, reader.Forks);
    }

    [Fact]
    public void Rule_209_Whoever_borrows_it_further_in_gets_the_fork_s()
    {
        List<string> log = [];
        var original = Lending(new Reader(log, "r"));
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        Assert.Equal([3, 4], [fork.Next(), fork.Next()]);
        Assert.Equal(3, original.Next());
        fork.Close();
        original.Close();
        Assert.Equal(["disposed r.1", "disposed r"], log);
    }

    [Fact]
    public void Rule_211_Where_one_fails_to_fork_those_made_before_are_released_and_nothing_else_changes()
    {
        List<string> log = [];
        var original = TwoReaders(new Reader(log, "a"), new Reader(log, "b") { FailsToFork = true });
        Assert.Equal(2, original.Next());
        Assert.Throws<NotSupportedException>(() => original.Fork());
        Assert.Equal(["disposed a.1"], log);
        Assert.Equal([4], original);
        Assert.Equal(["disposed a.1", "disposed b", "disposed a"], log);
    }

    [Fact]
    public void A_coroutine_that_is_held_is_forked()
    {
        List<string> log = [];
        var original = Driving(Borrowing(new Reader(log, "r")));
        Assert.Equal([1, 2], [original.Next(), original.Next()]);
        var fork = original.Fork();
        original.Close();
        Assert.Equal(3, fork.Next());
    }
}
