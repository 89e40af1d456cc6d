using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>A finally block that is held is the class's, and what it alone reads is live at each yield of its try block.</summary>
public sealed partial class ForkFinallyRules
{
    [Coroutine(Forkable = true)]
    private static void Numbers(Yield<int> yield)
    {
        for (int n = 1; ; n++)
            yield(n);
    }

    [Coroutine(Forkable = true)]
    private static int Watching(Action<string> log, string name, Yield<int, string> yield)
    {
        var inner = Numbers();
        inner.MoveNext();
        try
        {
            name = yield(1);
            return yield(2).Length;
        }
        finally
        {
            inner.MoveNext();
            log($"{name} {inner.Current}");
        }
    }

    [Fact]
    public void Rule_222_It_runs_once_in_each_fork_and_each_has_what_it_reads()
    {
        var log = new List<string>();
        var original = Watching(log.Add, "none").Prime();
        var early = original.Fork();
        original.Send("original");
        var late = original.Fork();

        early.Close();
        late.Close();
        Assert.False(original.TrySend("end"));

        Assert.Equal(["none 2", "original 2", "original 2"], log);
        Assert.Equal(3, original.Result);
    }
}
