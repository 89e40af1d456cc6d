using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 227 to 234: a coroutine by itself.</summary>
public sealed partial class SaveRules
{
    [Coroutine(Saveable = true)]
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

    [Coroutine(Saveable = true)]
    private static int Failing(Yield<int, bool> yield)
    {
        if (yield(1))
            throw new InvalidOperationException("as asked");
        return 7;
    }

    [Fact]
    public void Rule_227_Saving_changes_nothing()
    {
        var averager = Averager(3).Prime();
        averager.Send(4);
        string before = Text.Of(averager);
        Assert.Equal(before, Text.Of(averager));
        Assert.Equal(5, averager.Send(6));
        Assert.Equal(
            """[{"co":"CoroutineGen.Tests.Saving.SaveRules.Averager(int)","at":"yield(average)","samples":3,"total":4,"n":2,"(current)":4}]""",
            before);
    }

    [Fact]
    public void Rule_228_A_restored_coroutine_behaves_as_the_saved_one_would()
    {
        var original = Averager(3).Prime();
        original.Send(4);
        var restored = Text.Again(original, AveragerCoroutine.Restore);
        Assert.Equal(CoroutineState.Suspended, restored.State);
        Assert.Equal(original.Current, restored.Current);
        Assert.Equal(5, restored.Send(6));
        Assert.False(restored.TrySend(2));
        Assert.Equal("average 4", restored.Result);
        Assert.Equal(4, original.Current);
        Assert.Equal(7, original.Send(10));
    }

    [Coroutine(Saveable = true, SavedName = "counter of 2026")]
    private static void Counter(int n, Yield<int> yield)
    {
        for (; n > 0; n--)
            yield(n);
    }

    [Fact]
    public void Rule_234_A_coroutine_is_saved_under_the_name_that_it_says()
    {
        var counter = Counter(3);
        counter.MoveNext();
        Assert.Equal("""[{"co":"counter of 2026","at":"yield(n)","n":3,"(current)":3}]""", Text.Of(counter));
        int[] expected = [2, 1];
        Assert.Equal(expected, Text.Again(counter, CounterCoroutine.Restore));
    }

    [Fact]
    public void Rule_230_Of_a_new_one_the_arguments_are_saved_and_nothing_runs()
    {
        var restored = Text.Again(Averager(3), AveragerCoroutine.Restore);
        Assert.Equal(CoroutineState.Created, restored.State);
        Assert.Equal(0, restored.Prime().Current);
    }

    [Fact]
    public void Rule_231_Of_a_closed_one_the_result_is_saved_or_what_the_error_was()
    {
        var done = Failing().Prime();
        Assert.False(done.TrySend(false));
        Assert.Equal(7, Text.Again(done, FailingCoroutine.Restore).Result);

        var failed = Failing().Prime();
        Assert.Throws<InvalidOperationException>(() => failed.Send(true));
        var restored = Text.Again(failed, FailingCoroutine.Restore);
        Assert.Equal(CoroutineState.Closed, restored.State);
        Assert.False(restored.HasResult);
        var error = Assert.IsType<RestoredErrorException>(restored.Error);
        Assert.Equal("System.InvalidOperationException", error.OriginalType);
        Assert.Equal("as asked", error.Message);
        Assert.False(restored.MoveNext());

        var closed = Failing().Prime();
        closed.Close();
        Assert.False(Text.Again(closed, FailingCoroutine.Restore).HasResult);
    }
}
