using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 229, 235, 236, 242, 245 and 246: coroutines that use others, and finally blocks.</summary>
public sealed partial class SaveChainRules
{
    [Coroutine(Saveable = true)]
    internal static int Numbers(int count, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 1; i <= count; i++)
        {
            int got = yield(i);
            sum += got;
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    internal static string Twice(int count, Yield<int, int> yield)
    {
        var inner = Numbers(count);
    First: int first = yield.From(inner);
    Again: int again = yield.From(Numbers(count));
        return $"{first} {inner.Result} {again}";
    }

    [Coroutine(Saveable = true)]
    internal static void Each(int count, Yield<int> yield)
    {
        foreach (int n in Numbers(count))
            yield(n * 10);
    }

    [Coroutine(Saveable = true)]
    internal static int Deep(int depth, Yield<int> yield)
    {
        if (depth > 0)
        {
            int got = yield.From(Deep(depth - 1));
            return got + 1;
        }
        yield(7);
        return 0;
    }

    [Coroutine(Saveable = true)]
    internal static int Link(Coroutine<int>? inner, Yield<int> yield)
    {
        if (inner is null)
            yield(5);
        else
            yield.From(inner);
        return 1;
    }

    [Coroutine(Saveable = true)]
    internal static int Finally(int how, Yield<int, int> yield)
    {
        for (int i = 0; i < 3; i++)
        {
            try
            {
                int got = yield(i);
                if (how == 0)
                    return got;
                if (how == 1)
                    break;
                if (how == 2)
                    continue;
                if (how == 3)
                    throw new InvalidOperationException("pending");
            }
            finally
            {
                yield(i + 100);
            }
            if (i == 2)
                return -2;
        }
        return -1;
    }

    [Coroutine]
    internal static int Plain(Yield<int> yield)
    {
        yield(1);
        return 1;
    }

    [Fact]
    public void Rule_229_Running_anywhere_in_the_chain_is_refused_and_nothing_is_written()
    {
        CoroutineStateException? error = null;
        var writer = new MemorySaved.Writer();
        LinkCoroutine? outer = null;
        outer = Link(Calling(() => error = Assert.Throws<CoroutineStateException>(() => outer!.Save(writer))));
        outer.MoveNext();
        Assert.Equal(CoroutineStateReason.Running, error!.Reason);
        Assert.Empty(writer.Saved.Records);
    }

    [Coroutine(Saveable = true)]
    internal static void Calling([Supplied] Action action, Yield<int> yield)
    {
        action();
        yield(1);
    }

    [Fact]
    public void Rule_235_A_chain_is_a_record_each_outermost_first_folded_or_not()
    {
        var folded = Deep(3);
        folded.MoveNext();
        string text = Text.Of(folded);
        var unfolded = Deep(3);
        unfolded.MoveNext();
        Assert.NotNull(unfolded.Delegate);
        Assert.Equal(text, Text.Of(unfolded));
        Assert.Equal(
            """
            [{"co":"CoroutineGen.Tests.Saving.SaveChainRules.Deep(int)","at":"yield.From(Deep(depth - 1))","(inner)":1,"depth":3,"(current)":7},
            {"co":"CoroutineGen.Tests.Saving.SaveChainRules.Deep(int)","at":"yield.From(Deep(depth - 1))","(inner)":2,"depth":2},
            {"co":"CoroutineGen.Tests.Saving.SaveChainRules.Deep(int)","at":"yield.From(Deep(depth - 1))","(inner)":3,"depth":1},
            {"co":"CoroutineGen.Tests.Saving.SaveChainRules.Deep(int)","at":"yield(7)","depth":0,"(current)":7}]
            """.ReplaceLineEndings(""),
            text);
        var restored = Text.Again(folded, DeepCoroutine.Restore);
        Assert.Equal(7, restored.Current);
        Assert.False(restored.MoveNext());
        Assert.Equal(3, restored.Result);
    }

    [Fact]
    public void Rule_235_Depth_has_no_limit()
    {
        const int Depth = 1_000_000;
        Coroutine<int> chain = Link(null);
        for (int i = 1; i < Depth; i++)
            chain = Link(chain);
        chain.MoveNext();
        var outer = (LinkCoroutine)chain;
        byte[] saved = CoroutineGen.Json.CoroutineJson.Save(outer, SavingJson.Default);
        var options = new RestoreOptions { MaxCoroutines = Depth, MaxBytes = long.MaxValue };
        var restored = CoroutineGen.Json.CoroutineJson.Restore(saved, SavingJson.Default, LinkCoroutine.Restore, options);
        Assert.Equal(5, restored.Current);
        Assert.False(restored.MoveNext());
        options.MaxCoroutines--;
        var error = Assert.Throws<CoroutineRestoreException>(
            () => CoroutineGen.Json.CoroutineJson.Restore(saved, SavingJson.Default, LinkCoroutine.Restore, options));
        Assert.Equal(CoroutineRestoreReason.TooLarge, error.Reason);
    }

    [Fact]
    public void Rule_236_A_coroutine_that_is_met_twice_is_written_once()
    {
        var original = Twice(2);
        original.Prime();
        original.Send(3);
        Assert.Equal(2, MemorySaved.Of(original).Records.Count);
        var restored = Text.Again(original, TwiceCoroutine.Restore);
        Assert.Equal(1, restored.Send(4));
        Assert.Equal(2, restored.Send(1));
        restored = Text.Again(restored, TwiceCoroutine.Restore);
        Assert.False(restored.TrySend(1));
        Assert.Equal("7 7 2", restored.Result);
    }

    [Fact]
    public void Rule_242_A_coroutine_that_a_loop_goes_through_is_saved_with_it()
    {
        var original = Each(3);
        original.MoveNext();
        var restored = Text.Again(original, EachCoroutine.Restore);
        Assert.Equal([20, 30], restored.ToList());
        Assert.Equal([20, 30], original.ToList());
    }

    [Fact]
    public void Rule_242_What_only_the_run_time_knows_is_saved_if_it_can_be()
    {
        var any = Link(null);
        var original = Outer(any);
        original.MoveNext();
        var restored = Text.Again(original, OuterCoroutine.Restore);
        Assert.False(restored.MoveNext());
        Assert.Equal(2, restored.Result);

        var plain = Outer(Plain());
        plain.MoveNext();
        var error = Assert.Throws<CoroutineSaveException>(() => Text.Of(plain));
        Assert.Equal(CoroutineSaveReason.NotSaveable, error.Reason);
    }

    [Coroutine(Saveable = true)]
    internal static int Outer(Coroutine<int> given, Yield<int> yield)
    {
        yield.From(given);
        return 2;
    }

    [Theory]
    [InlineData(0, "return")]
    [InlineData(1, "break")]
    [InlineData(2, "continue")]
    [InlineData(4, "next")]
    public void Rule_245_What_waits_behind_a_finally_block_is_saved(int how, string exit)
    {
        var original = Finally(how);
        original.Prime();
        original.Send(42);
        Assert.Contains($"\"(exit)\":\"{exit}\"", Text.Of(original), StringComparison.Ordinal);
        var restored = Text.Again(original, FinallyCoroutine.Restore);
        while (original.TrySend(1))
            Assert.True(restored.TrySend(1));
        Assert.False(restored.TrySend(1));
        Assert.Equal(original.Result, restored.Result);
    }

    [Fact]
    public void Rule_245_A_close_that_waits_is_saved_and_an_exception_is_not()
    {
        var closing = Finally(4);
        closing.Prime();
        Assert.Throws<CoroutineStateException>(closing.Close);
        var restored = Text.Again(closing, FinallyCoroutine.Restore);
        foreach (var one in new[] { restored, closing })
        {
            // Rules 61 and 62: the exit goes on when that is resumed which has ignored it.
            Assert.Throws<CoroutineExitException>(() => one.MoveNext());
            Assert.Equal(CoroutineState.Closed, one.State);
            Assert.False(one.HasResult);
        }

        var failing = Finally(3);
        failing.Prime();
        failing.Send(1);
        var writer = new MemorySaved.Writer();
        var error = Assert.Throws<CoroutineSaveException>(() => failing.Save(writer));
        Assert.Equal(CoroutineSaveReason.PendingException, error.Reason);
        Assert.Empty(writer.Saved.Records);
    }

    [Fact]
    public void Rule_246_Only_what_the_catalogue_has_or_the_code_names_is_made()
    {
        string text = Text.Of(Started(Numbers(2)));
        var error = Assert.Throws<CoroutineRestoreException>(
            () => Text.Restored(text.Replace("SaveChainRules.Numbers", "Other.Numbers"), NumbersCoroutine.Restore));
        Assert.Equal(CoroutineRestoreReason.UnknownCoroutine, error.Reason);
        // What is asked for is always known; what it may delegate to by its own type is too.
        var empty = new RestoreOptions { Catalog = new CoroutineCatalog() };
        Assert.Equal(2, Text.Restored(text, NumbersCoroutine.Restore, empty).Send(1));
        Assert.Equal(2, Text.Restored(Text.Of(Started(Twice(2))), TwiceCoroutine.Restore, empty).Send(1));
        var outer = Outer(Link(null));
        outer.MoveNext();
        error = Assert.Throws<CoroutineRestoreException>(() => Text.Restored(Text.Of(outer), OuterCoroutine.Restore, empty));
        Assert.Equal(CoroutineRestoreReason.UnknownCoroutine, error.Reason);
        empty.Catalog!.Add(LinkCoroutine.Kind);
        Assert.False(Text.Restored(Text.Of(outer), OuterCoroutine.Restore, empty).MoveNext());
        Assert.Contains(NumbersCoroutine.Kind.Name.Text, SavedCoroutines.Catalog.Names);
    }

    [Fact]
    public void Rule_246_A_coroutine_of_another_class_is_refused()
    {
        string text = Text.Of(Started(Twice(2)));
        var error = Assert.Throws<CoroutineRestoreException>(() => Text.Restored(text, NumbersCoroutine.Restore));
        Assert.Equal(CoroutineRestoreReason.WrongInner, error.Reason);
        foreach (string inner in new[] { "0", "2", "-1", "null" })
        {
            error = Assert.Throws<CoroutineRestoreException>(
                () => Text.Restored(text.Replace("\"(inner)\":1", $"\"(inner)\":{inner}"), TwiceCoroutine.Restore));
            Assert.Equal(CoroutineRestoreReason.WrongInner, error.Reason);
        }
        var link = Link(Link(null));
        link.MoveNext();
        text = Text.Of(link);
        error = Assert.Throws<CoroutineRestoreException>(
            () => Text.Restored(text.Replace("\"(inner)\":1", "\"(inner)\":0"), LinkCoroutine.Restore));
        Assert.Equal(CoroutineRestoreReason.Malformed, error.Reason);
    }

    private static T Started<T>(T coroutine)
        where T : Coroutine<int>
    {
        coroutine.MoveNext();
        return coroutine;
    }
}
