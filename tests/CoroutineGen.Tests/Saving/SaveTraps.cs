using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Traps of docs/internals/durable-traps.md that no rule is about.</summary>
public sealed partial class SaveTraps
{
    [Coroutine(Saveable = true)]
    private static void Stale(Coroutine<int> other, Yield<int> yield)
    {
        int sum = 0;
        foreach (int n in other)
            sum += n;
    Behind: yield(sum);
    }

    [Fact]
    public void Trap_6_What_a_finished_loop_went_through_is_not_saved()
    {
        var original = Stale(SaveChainRules.Link(null));
        original.MoveNext();
        // The parameter is saved, as each is; the loop is not.
        Assert.DoesNotContain("items", Text.Of(original), StringComparison.Ordinal);
        var restored = Text.Again(original, StaleCoroutine.Restore);
        Assert.Equal(5, restored.Current);
        Assert.False(restored.MoveNext());
    }

    [Coroutine(Saveable = true)]
    private static string Siblings(int given, Yield<int, int> yield)
    {
        string seen = "";
        if (given > 0)
        {
            int n = given * 10;
        First: int got = yield(n);
            seen += $"{n} {got} ";
        }
        {
            int n = given * 100;
        Second: int got = yield(n);
            seen += $"{n} {got}";
        }
        return seen;
    }

    [Fact]
    public void Trap_7_Variables_of_one_name_are_saved_each_at_its_own_point()
    {
        var original = Siblings(1);
        original.MoveNext();
        Assert.Contains("\"at\":\"First\",\"given\":1,\"seen\":\"\",\"n\":10,", Text.Of(original), StringComparison.Ordinal);
        original = Text.Again(original, SiblingsCoroutine.Restore);
        original.Send(5);
        Assert.Contains("\"at\":\"Second\",\"given\":1,\"seen\":\"10 5 \",\"n\":100,", Text.Of(original), StringComparison.Ordinal);
        original = Text.Again(original, SiblingsCoroutine.Restore);
        Assert.False(original.TrySend(6));
        Assert.Equal("10 5 100 6", original.Result);
    }

    [Coroutine(Saveable = true)]
    private static string Long(Yield<string, int> yield)
    {
        int first = yield("a text that is so long that a debugger would show its beginning only, and these two begin in the same way: 1");
        int second = yield("a text that is so long that a debugger would show its beginning only, and these two begin in the same way: 2");
        return $"{first} {second}";
    }

    [Fact]
    public void Trap_8_Points_whose_text_is_cut_for_debuggers_are_told_apart()
    {
        var original = Long();
        original.MoveNext();
        original = Text.Again(original, LongCoroutine.Restore);
        Assert.EndsWith(": 2", original.Send(1), StringComparison.Ordinal);
        original = Text.Again(original, LongCoroutine.Restore);
        Assert.False(original.TrySend(2));
        Assert.Equal("1 2", original.Result);
    }

    [Coroutine(Saveable = true)]
    private static void Growing(Basket basket, Yield<string> yield)
    {
        foreach (var line in basket.Lines)
        {
            basket.Best = line;
            yield(line.Name);
        }
    }

    [Fact]
    public void Trap_20_A_list_that_was_changed_before_it_was_restored_is_gone_through_from_there()
    {
        var basket = new Basket { Lines = { new Line("a", 1), new Line("b", 2) } };
        var original = Growing(basket);
        original.MoveNext();
        basket.Lines.Add(new Line("c", 3));
        var restored = Text.Again(original, GrowingCoroutine.Restore);
        Assert.Equal(["b", "c"], restored.ToList());
        Assert.Throws<InvalidOperationException>(() => original.MoveNext());
    }

    [Coroutine(Saveable = true)]
    private static string Labels(int rounds, Yield<int, int> yield)
    {
        string seen = "";
    Again:
    Ask: int got = yield(rounds);
        seen += got;
        if (--rounds > 0)
            goto Again;
        if (rounds == 0)
            goto Ask;
        return seen;
    }

    [Fact]
    public void Trap_23_Of_two_labels_the_last_one_counts_and_either_may_be_jumped_to()
    {
        var original = Labels(2);
        original.MoveNext();
        for (int i = 1; i < 3; i++)
        {
            Assert.Equal("Ask", original.PointName);
            original = Text.Again(original, LabelsCoroutine.Restore);
            Assert.True(original.TrySend(i));
        }
        original = Text.Again(original, LabelsCoroutine.Restore);
        Assert.False(original.TrySend(3));
        Assert.Equal("123", original.Result);
    }

    [Coroutine(Saveable = true)]
    private static int Jumps(int start, Yield<int, int> yield)
    {
        int seen = 0;
        for (int i = 0; i < 2; i++)
        {
            switch (start)
            {
                case 0:
                    try
                    {
                        int got = yield(1);
                        switch (got)
                        {
                            case 1:
                                goto End;
                            case 2:
                                continue;
                        }
                        if (got == 3)
                            goto case 7;
                        if (got == 4)
                            goto case 2;
                        if (got == 5)
                            goto default;
                        break;
                    }
                    finally
                    {
                        int behind = yield(100);
                        seen += behind;
                    }
                case 1 or 8:
                case 7:
                    seen += 1_000;
                    break;
                case 2:
                    seen += 2_000;
                    break;
                default:
                    seen += 3_000;
                    break;
            }
            seen += 10_000;
        }
        seen += 100_000;
    End:
        return seen;
    }

    /// <summary>Labels of the user's may be called as generated ones are; and a switch has many.</summary>
    [Theory]
    [InlineData(1, "goto End")]
    [InlineData(2, "continue")]
    [InlineData(3, "goto case 7")]
    [InlineData(4, "goto case 2")]
    [InlineData(5, "goto default")]
    [InlineData(6, "break")]
    public void Rule_245_Each_jump_behind_a_finally_block_has_a_name_of_its_own(int how, string exit)
    {
        var original = Jumps(0);
        original.MoveNext();
        original.Send(how);
        Assert.Contains($"\"(exit)\":\"{exit}\"", Text.Of(original), StringComparison.Ordinal);
        var restored = Text.Again(original, JumpsCoroutine.Restore);
        while (original.TrySend(how))
            Assert.True(restored.TrySend(how));
        Assert.False(restored.TrySend(how));
        Assert.Equal(original.Result, restored.Result);
    }

    [Coroutine(Saveable = true)]
    private static string Nameless(int count, Yield<string, int> yield)
    {
        string seen = "";
        foreach (var (_, _) in new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }.ToArray())
            foreach (var (_, _) in new Dictionary<string, int> { ["c"] = count, ["d"] = 4, ["e"] = 5 }.ToArray())
            {
                int got = yield(seen);
                seen += got;
            }
        return seen;
    }

    [Fact]
    public void Rule_241_Loops_without_variables_are_told_apart()
    {
        var original = Nameless(3);
        var restored = Nameless(3);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(Step(original, i), Step(restored, i));
            restored = MemorySaved.Again(restored);
        }
        Assert.Equal("123456", original.Result);
        Assert.Equal(original.Result, restored.Result);
    }

    private static bool Step(NamelessCoroutine coroutine, int value)
        => coroutine.State == CoroutineState.Created ? coroutine.MoveNext() : coroutine.TrySend(value);
}
