using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rule 240: what the body holds where it is saved is given back and run by what is restored, as it is by the original.</summary>
public sealed partial class SaveHoldRules
{
    private const int Suspensions = 10;

    [Coroutine(Saveable = true)]
    private static void Noisy(string name, int count, [Supplied] List<string> log, Yield<int> yield)
    {
        try
        {
            for (int i = 0; i < count; i++)
                yield(i);
        }
        finally
        {
            log.Add(name);
        }
    }

    /// <summary>At each of its points it holds something else: nothing, finally blocks, a using, a loop, what it delegates to, several.</summary>
    [Coroutine(Saveable = true)]
    private static void Holding([Supplied] List<string> log, Yield<int> yield)
    {
        yield(100);
        try
        {
            yield(101);
            using (var used = Noisy("used", 5, log))
            {
                used.MoveNext();
                yield(102);
                try
                {
                    yield(103);
                }
                finally
                {
                    log.Add("within");
                }
                foreach (int n in Noisy("gone through", 2, log))
                    yield(200 + n);
                yield(104);
            }
            yield.From(Noisy("delegated to", 2, log));
        }
        finally
        {
            log.Add("without");
        }
        yield(105);
    }

    [Fact]
    public void Rule_240_What_is_held_at_each_point_is_given_back_when_what_is_restored_is_closed()
    {
        var logs = new HashSet<string>();
        for (int at = 0; at <= Suspensions; at++)
        {
            var (original, log) = Moved(at);
            var (restored, other) = Again(original);
            int before = log.Count;
            restored.Close();
            Assert.Equal(before, log.Count);
            original.Close();
            Assert.Equal(log.Skip(before), other);
            logs.Add(string.Join(", ", other));
        }
        Assert.Equal(
            ["", "without", "used, without", "within, used, without", "gone through, used, without", "delegated to, without"], logs);
    }

    [Fact]
    public void Rule_240_What_is_held_at_each_point_is_given_back_when_what_is_restored_goes_on()
    {
        for (int at = 0; at <= Suspensions; at++)
        {
            var (original, log) = Moved(at);
            var (restored, other) = Again(original);
            int before = log.Count;
            Assert.Equal(Suspensions - at, restored.Count());
            Assert.Equal(before, log.Count);
            Assert.Equal(Suspensions - at, original.Count());
            Assert.Equal(log.Skip(before), other);
        }
    }

    [Fact]
    public void Rule_240_What_is_held_at_each_point_is_given_back_when_something_is_thrown_into_what_is_restored()
    {
        for (int at = 1; at <= Suspensions; at++)
        {
            var (original, log) = Moved(at);
            var (restored, other) = Again(original);
            int before = log.Count;
            Assert.Throws<FormatException>(() => restored.Throw(new FormatException()));
            Assert.Equal(before, log.Count);
            Assert.Throws<FormatException>(() => original.Throw(new FormatException()));
            Assert.Equal(log.Skip(before), other);
        }
    }

    private static (HoldingCoroutine Coroutine, List<string> Log) Moved(int steps)
    {
        List<string> log = [];
        var coroutine = Holding(log);
        for (int i = 0; i < steps; i++)
            Assert.True(coroutine.MoveNext());
        return (coroutine, log);
    }

    private static (HoldingCoroutine Coroutine, List<string> Log) Again(HoldingCoroutine coroutine)
    {
        List<string> log = [];
        var options = new RestoreOptions { Supplies = new Supplies { [typeof(List<string>)] = log } };
        return (Text.Again(coroutine, HoldingCoroutine.Restore, options), log);
    }
}
