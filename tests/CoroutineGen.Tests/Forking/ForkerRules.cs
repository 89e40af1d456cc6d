using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rule 214: a forker decides what is shared.</summary>
public sealed partial class ForkerRules
{
    [Coroutine(Forkable = true)]
    private static int Collecting(List<int> all, string name, Yield<int, int> yield)
    {
#pragma warning disable CORO4004 // The forker copies it.
        var same = all;
        int last = 0;
        while (same.Count < 5)
        {
            last = yield(all.Count);
            same.Add(last + name.Length);
        }
#pragma warning restore CORO4004
        return last;
    }

    [Coroutine(Forkable = true)]
    private static int Outer(List<int> all, Yield<int, int> yield) => yield.From(Collecting(all, "abc")) + all.Count;

    [Coroutine(Forkable = true)]
    private static void Captured(List<int> all, Yield<int> yield)
    {
        void Add(int n) => all.Add(n);
        for (; ; )
        {
            yield(all.Count);
            Add(1);
        }
    }

    [Coroutine(Forkable = true)]
    private static void Latest(Yield<int, string> yield)
    {
        string text;
        int length = 0;
        do
        {
            text = yield(length);
            length = text.Length;
        }
        while (length > 0);
    }

    private sealed class Copying : Forker
    {
        public List<string> Asked { get; } = [];

        public override T Copy<T>(string variable, T value)
        {
            Asked.Add(variable);
            return value is List<int> list ? (T)(object)new List<int>(list) : value;
        }
    }

    private sealed class Refusing : Forker
    {
        public override T Copy<T>(string variable, T value) => throw new NotSupportedException(variable);
    }

    [Fact]
    public void Rule_214_The_forker_is_asked_once_for_each_object_and_what_it_gives_is_the_fork_s()
    {
        var all = new List<int>();
        var original = Collecting(all, "ab").Prime();
        Assert.Equal(1, original.Send(1));
        var forker = new Copying();
        var fork = original.Fork(forker);
        Assert.Equal(["all", "name"], forker.Asked.Order());
        Assert.Equal(2, fork.Send(10));
        Assert.Equal([3], all);
        Assert.Equal(2, original.Send(5));
        Assert.Equal([3, 7], all);
    }

    [Fact]
    public void Rule_214_It_is_not_asked_for_what_is_assigned_before_it_is_read()
    {
        var original = Latest().Prime();
        Assert.Equal(3, original.Send("one"));
        var forker = new Copying();
        var fork = original.Fork(forker);
        Assert.Empty(forker.Asked);
        Assert.Equal(5, fork.Send("three"));
        Assert.Equal(2, original.Send("go"));
    }

    [Fact]
    public void Rule_214_It_is_asked_for_the_whole_chain()
    {
        var original = Outer([]).Prime();
        original.Send(1);
        var forker = new Copying();
        var fork = original.Fork(forker);
        Assert.Equal(["all", "name"], forker.Asked.Order());
        for (int i = 0; i < 3; i++)
            Assert.True(fork.TrySend(1));
        Assert.False(fork.TrySend(1));
        Assert.Equal(6, fork.Result);
        Assert.Equal(1, original.Current);
    }

    [Fact]
    public void Rule_214_It_is_asked_for_what_closures_capture_and_for_arguments()
    {
        var all = new List<int>();
        var original = Captured(all);
        var fresh = original.Fork(new Copying());
        Assert.Equal([0, 1], [fresh.Next(), fresh.Next()]);
        Assert.Empty(all);
        original.MoveNext();
        var fork = original.Fork(new Copying());
        Assert.Equal([1, 2], [fork.Next(), fork.Next()]);
        Assert.Empty(all);
    }

    [Fact]
    public void Rule_214_What_it_throws_leaves_everything_as_it_was()
    {
        var original = Collecting([], "ab").Prime();
        Assert.Throws<NotSupportedException>(() => original.Fork(new Refusing()));
        Assert.Throws<ArgumentNullException>(() => original.Fork(null!));
        Assert.Equal(1, original.Send(1));
        original.Close();
        Assert.Equal(CoroutineState.Closed, original.Fork(new Refusing()).State);
    }
}
