using CoroutineGen.Tests.Waiting;
using CoroutineGen.Tests.Waiting.Generated;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 227 to 250 of asynchronous coroutines: saved where they are suspended at a yield, and never while they await.</summary>
public sealed partial class AsyncSaveRules
{
    private static readonly Work Ready = new(0);

    private static RestoreOptions With(object supplied) => new() { Supplies = new Supplies { [supplied.GetType()] = supplied } };

    [Fact]
    public async Task Rule_227_Saving_changes_nothing()
    {
        var averager = AsyncBodies.Averager(3, Ready);
        await averager.PrimeAsync();
        await averager.SendAsync(4);
        string before = Text.Of(averager);
        Assert.Equal(before, Text.Of(averager));
        Assert.Equal(5, await averager.SendAsync(6));
        Assert.Equal(
            """[{"co":"CoroutineGen.Tests.Saving.AsyncBodies.Averager(int, CoroutineGen.Tests.Waiting.Generated.Work)","at":"yield(average)","samples":3,"total":4,"n":2,"(current)":4}]""",
            before);
    }

    [Fact]
    public async Task Rule_228_A_restored_coroutine_behaves_as_the_saved_one_would()
    {
        var original = AsyncBodies.Averager(3, Ready);
        await original.PrimeAsync();
        await original.SendAsync(4);
        var restored = Text.Again(original, AsyncBodies.AveragerCoroutine.Restore, With(new Work(1)));
        Assert.Equal(CoroutineState.Suspended, restored.State);
        Assert.Equal(original.Current, restored.Current);
        Assert.Equal(5, await restored.SendAsync(6));
        Assert.False(await restored.TrySendAsync(2));
        Assert.Equal("average 4 of 3", restored.Result);
        Assert.Equal(4, original.Current);
        Assert.Equal(7, await original.SendAsync(10));
    }

    [Fact]
    public async Task Rule_229_What_awaits_is_running_and_nothing_has_been_written()
    {
        var source = new TaskCompletionSource<int>();
        var waiting = AsyncBodies.Waiting(source);
        await waiting.PrimeAsync();
        var pending = waiting.TrySendAsync(10);
        Assert.Equal(CoroutineState.Running, waiting.State);
        Assert.Equal("(running)", waiting.PointName);
        var written = new MemorySaved.Writer();
        var refused = Assert.Throws<CoroutineStateException>(() => waiting.Save(written));
        Assert.Equal(CoroutineStateReason.Running, refused.Reason);
        Assert.Empty(written.Saved.Records);
        source.SetResult(5);
        Assert.True(await pending);
        Assert.Equal(5, waiting.Current);
        var restored = Text.Again(waiting, AsyncBodies.WaitingCoroutine.Restore, With(source));
        Assert.False(await restored.TrySendAsync(2));
        Assert.Equal(12, restored.Result);
    }

    /// <summary>An answer that nobody has taken belongs to an operation that is still in progress (rule 144).</summary>
    [Fact]
    public async Task Rule_229_What_has_an_answer_that_was_not_taken_is_running()
    {
        var source = new TaskCompletionSource<int>();
        var waiting = AsyncBodies.Waiting(source);
        await waiting.PrimeAsync();
        var pending = waiting.TrySendAsync(10);
        source.SetResult(5);
        while (!pending.IsCompleted)
            await Task.Yield();
        Assert.Equal(CoroutineStateReason.Running, Assert.Throws<CoroutineStateException>(() => Text.Of(waiting)).Reason);
        Assert.True(await pending);
        Assert.Equal("yield(got)", waiting.PointName);
        _ = Text.Of(waiting);
    }

    [Fact]
    public async Task Rule_229_So_is_each_one_above_what_awaits()
    {
        var source = new TaskCompletionSource<int>();
        var inner = AsyncBodies.Waiting(source);
        var outer = Passing(inner);
        await outer.PrimeAsync();
        var pending = outer.TrySendAsync(10);
        foreach (var part in new ISaveable[] { outer, inner })
            Assert.Equal(CoroutineStateReason.Running, Assert.Throws<CoroutineStateException>(() => Text.Of(part)).Reason);
        source.SetResult(5);
        Assert.True(await pending);
        var restored = Text.Again(outer, PassingCoroutine.Restore, With(source));
        Assert.False(await restored.TrySendAsync(2));
        Assert.Equal(12, restored.Result);
    }

    [Coroutine(Saveable = true)]
    private static async Task<int> Passing(AsyncBodies.WaitingCoroutine inner, AsyncYield<int, int> yield) => await yield.From(inner);

    [Fact]
    public async Task Rule_229_A_body_cannot_save_itself()
    {
        Box box = new();
        var own = Itself(box);
        box.Saved = own;
        await Assert.ThrowsAsync<CoroutineStateException>(async () => await own.MoveNextAsync());
    }

    [Coroutine(Saveable = true)]
    private static async Task Itself([Supplied] Box box, AsyncYield<int> yield)
    {
        await Task.Yield();
        await yield(Text.Of(box.Saved!).Length);
    }

    private sealed class Box
    {
        public ISaveable? Saved { get; set; }
    }

    [Fact]
    public async Task Rule_230_Of_a_new_one_the_arguments_are_saved_and_nothing_runs()
    {
        var work = new Work(1);
        var restored = Text.Again(AsyncBodies.Range(2, 4, new Work(0)), AsyncBodies.RangeCoroutine.Restore, With(work));
        Assert.Equal(CoroutineState.Created, restored.State);
        Assert.Empty(work.Log);
        Assert.True(await restored.MoveNextAsync());
        Assert.Equal(2, restored.Current);
        Assert.Equal("before 2", work.Log[0]);
    }

    [Fact]
    public async Task Rule_231_Of_a_closed_one_the_result_is_saved_or_what_the_error_was()
    {
        var plain = AsyncBodies.Plain(0);
        Assert.False(await plain.MoveNextAsync());
        Assert.Equal(0, Text.Again(plain, AsyncBodies.PlainCoroutine.Restore).Result);

        var failed = AsyncBodies.Averager(2, Ready);
        await failed.PrimeAsync();
        await Assert.ThrowsAsync<FormatException>(async () => await failed.TryThrowAsync(new FormatException("as asked")));
        var restored = Text.Again(failed, AsyncBodies.AveragerCoroutine.Restore);
        Assert.Equal(CoroutineState.Closed, restored.State);
        Assert.False(restored.HasResult);
        Assert.Equal("as asked", Assert.IsType<RestoredErrorException>(restored.Error).Message);
        Assert.False(await restored.MoveNextAsync());

        var closed = AsyncBodies.Averager(2, Ready);
        await closed.CloseAsync();
        Assert.False(Text.Again(closed, AsyncBodies.AveragerCoroutine.Restore).HasResult);
    }

    [Fact]
    public async Task Rule_233_A_point_is_named_by_its_label_or_by_the_yield_without_the_await()
    {
        var consumer = await AsyncBodies.Consumer(Ready);
        Assert.Equal("First", consumer.PointName);
        await consumer.TrySendAsync(1);
        Assert.Equal("Next", consumer.PointName);
        var range = AsyncBodies.Range(1, 2, Ready);
        Assert.Equal("(start)", range.PointName);
        await range.MoveNextAsync();
        Assert.Equal("yield(i)", range.PointName);
        Assert.False(await range.MoveNextAsync());
        Assert.Equal("(end)", range.PointName);
    }

    [Fact]
    public async Task Rule_235_A_chain_is_a_record_each_asynchronous_or_not()
    {
        var outer = AsyncBodies.Delegating(Ready);
        await outer.PrimeAsync();
        // The chain goes before what variables hold.
        Assert.Equal(["Delegating", "Middle", "Plain", "Plain"], Names(outer));
        for (int i = 0; i < 6; i++)
            Assert.True(await outer.TrySendAsync(1));
        // The synchronous one.
        Assert.Equal(["Delegating", "Numbers", "Plain"], Names(outer));
        var restored = Text.Again(outer, AsyncBodies.DelegatingCoroutine.Restore, With(Ready));
        Assert.Equal(outer.Current, restored.Current);
        Assert.IsType<AsyncBodies.NumbersCoroutine>(restored.Delegate);

        static IEnumerable<string> Names(ISaveable saved)
            => MemorySaved.Of(saved).Records.Select(r => r.Coroutine.Split("AsyncBodies.")[1].Split('(')[0]);
    }

    [Fact]
    public async Task Rule_235_Depth_has_no_limit_and_no_stack()
    {
        const int Depth = 20_000;
        var options = new RestoreOptions { MaxCoroutines = Depth + 2 };
        var deep = Deep(Depth);
        Assert.True(await deep.MoveNextAsync());
        var restored = Text.Restored(Text.Of(deep), DeepCoroutine.Restore, options);
        Assert.Equal(7, restored.Current);
        Assert.False(await restored.MoveNextAsync());
        Assert.Equal(Depth, restored.Result);
    }

    [Coroutine(Saveable = true)]
    private static async Task<int> Deep(int depth, AsyncYield<int> yield)
    {
        if (depth == 0)
        {
            await yield(7);
            return 0;
        }
        await Task.CompletedTask;
        int inner = await yield.From(Deep(depth - 1));
        return inner + 1;
    }

    [Fact]
    public async Task Rule_236_A_coroutine_that_is_met_twice_is_one_again()
    {
        var twice = Twice(3);
        await twice.PrimeAsync();
        var restored = Text.Again(twice, TwiceCoroutine.Restore);
        Assert.True(await restored.TrySendAsync(1));
        Assert.True(await restored.TrySendAsync(2));
        Assert.False(await restored.TrySendAsync(4));
        // By the delegation and by the variable.
        Assert.Equal(14, restored.Result);
    }

    [Coroutine(Saveable = true)]
    private static async Task<int> Twice(int n, AsyncYield<int, int> yield)
    {
        var inner = AsyncBodies.Plain(n);
        int got = await yield.From(inner);
        return got + inner.Result;
    }

    [Fact]
    public async Task Rule_239_Captured_variables_are_saved_as_variables()
    {
        var captured = AsyncBodies.Captured(2, Ready);
        await captured.PrimeAsync();
        await captured.TrySendAsync(5);
        var restored = Text.Again(captured, AsyncBodies.CapturedCoroutine.Restore, With(new Work(1)));
        Assert.False(await restored.TrySendAsync(6));
        Assert.Equal(11, restored.Result);
        Assert.Equal(5, captured.Current);
    }

    [Fact]
    public async Task Rule_240_What_is_disposed_of_by_an_await_using_follows_from_the_point()
    {
        var work = new Work(1);
        var used = AsyncBodies.Used(Ready);
        await used.MoveNextAsync();
        await used.MoveNextAsync();
        var restored = Text.Again(used, AsyncBodies.UsedCoroutine.Restore, With(work));
        await restored.CloseAsync();
        Assert.Equal(CoroutineState.Closed, restored.State);
        Assert.Equal(CoroutineState.Suspended, used.State);
    }

    [Fact]
    public async Task Rule_241_A_loop_goes_on_at_its_place_and_more_than_there_are_is_malformed()
    {
        var loops = AsyncBodies.Loops([1, 2], [3, 4], Ready);
        await loops.PrimeAsync();
        await loops.TrySendAsync(0);
        string text = Text.Of(loops);
        Assert.Contains("\"x.taken\":1,\"y.taken\":1", text, StringComparison.Ordinal);
        var restored = Text.Restored(text, AsyncBodies.LoopsCoroutine.Restore, With(Ready));
        Assert.Equal(4, await restored.SendAsync(0));
        foreach (string wrong in new[] { "\"x.taken\":0", "\"x.taken\":3", "\"x.taken\":-1" })
            Assert.Equal(
                CoroutineRestoreReason.Malformed,
                Assert.Throws<CoroutineRestoreException>(
                    () => Text.Restored(text.Replace("\"x.taken\":1", wrong), AsyncBodies.LoopsCoroutine.Restore, With(Ready))).Reason);
    }

    [Fact]
    public async Task Rule_242_A_coroutine_that_an_await_foreach_goes_through_is_saved_too()
    {
        var each = Each(4, Ready);
        Assert.True(await each.MoveNextAsync());
        Assert.True(await each.MoveNextAsync());
        var work = new Work(1);
        var restored = Text.Again(each, EachCoroutine.Restore, With(work));
        Assert.Equal(2, restored.Current);
        Assert.True(await restored.MoveNextAsync());
        Assert.Equal(4, restored.Current);
        // The saved one is where it was.
        Assert.Equal(["before 2", "/before 2"], work.Log);
        Assert.True(await each.MoveNextAsync());
        Assert.Equal(4, each.Current);
    }

    [Coroutine(Saveable = true)]
    private static async Task Each(int end, [Supplied] Work work, AsyncYield<int> yield)
    {
        await foreach (int x in AsyncBodies.Range(0, end, work))
            await yield(2 * x);
    }

    [Fact]
    public async Task Rule_242_What_is_delegated_to_and_cannot_be_saved_is_refused_where_only_the_run_time_knows()
    {
        var passing = Any(true, Ready);
        Assert.True(await passing.MoveNextAsync());
        var written = new MemorySaved.Writer();
        var refused = Assert.Throws<CoroutineSaveException>(() => passing.Save(written));
        Assert.Equal(CoroutineSaveReason.NotSaveable, refused.Reason);
        Assert.Empty(written.Saved.Records);
        Assert.True(await passing.MoveNextAsync());

        var saved = Any(false, Ready);
        Assert.True(await saved.MoveNextAsync());
        var options = With(Ready);
        options.Catalog = new CoroutineCatalog(AnyCoroutine.Kind, AsyncBodies.RangeCoroutine.Kind);
        var restored = Text.Again(saved, AnyCoroutine.Restore, options);
        Assert.True(await restored.MoveNextAsync());
        Assert.Equal(4, restored.Current);
    }

    [Coroutine(Saveable = true)]
    private static async Task Any(bool isForeign, [Supplied] Work work, AsyncYield<int> yield)
    {
        await Task.CompletedTask;
        IAsyncEnumerable<int> inner = isForeign ? Foreign() : AsyncBodies.Range(3, 5, work);
        await yield.From(inner);
    }

    private static async IAsyncEnumerable<int> Foreign()
    {
        for (int i = 0; i < 3; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [Fact]
    public void Rule_243_What_is_supplied_anew_has_to_be()
        => Assert.Equal(
            CoroutineRestoreReason.NoSupply,
            Assert.Throws<CoroutineRestoreException>(
                () => Text.Restored(Text.Of(AsyncBodies.Range(1, 2, Ready)), AsyncBodies.RangeCoroutine.Restore)).Reason);

    [Fact]
    public async Task Rule_243_The_token_is_that_of_the_restore()
    {
        using var first = new CancellationTokenSource();
        var listening = AsyncBodies.Listening(9, first.Token);
        Assert.True(await listening.MoveNextAsync());
        string text = Text.Of(listening);
        Assert.DoesNotContain("token", text, StringComparison.Ordinal);
        await first.CancelAsync();

        // None where none is given.
        var free = Text.Restored(text, AsyncBodies.ListeningCoroutine.Restore);
        Assert.True(await free.MoveNextAsync());

        using var second = new CancellationTokenSource();
        var restored = Text.Restored(
            text, AsyncBodies.ListeningCoroutine.Restore, new RestoreOptions { CancellationToken = second.Token });
        Assert.True(await restored.MoveNextAsync());
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await restored.MoveNextAsync());
    }

    /// <summary>Rules 165 and 167: it has been started, so that an enumeration cannot bring another token.</summary>
    [Fact]
    public async Task Rule_243_An_enumeration_brings_its_token_to_a_new_one_only()
    {
        using var source = new CancellationTokenSource();
        var fresh = Text.Again(AsyncBodies.Listening(9, default), AsyncBodies.ListeningCoroutine.Restore);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int i in fresh.WithCancellation(source.Token))
            {
            }
        });
        using var other = new CancellationTokenSource();
        var started = AsyncBodies.Listening(9, default);
        Assert.True(await started.MoveNextAsync());
        var restored = Text.Restored(
            Text.Of(started), AsyncBodies.ListeningCoroutine.Restore, new RestoreOptions { CancellationToken = other.Token });
        Assert.Throws<InvalidOperationException>(() => restored.GetAsyncEnumerator(source.Token));
        Assert.Same(restored, restored.GetAsyncEnumerator(other.Token));
    }

    [Fact]
    public async Task Rule_245_A_return_that_waits_is_saved_and_an_exception_is_not()
    {
        var handlers = AsyncBodies.Handlers(Ready);
        await handlers.PrimeAsync();
        for (int i = 0; i < 3; i++)
            await handlers.TrySendAsync(0);
        Assert.Equal(200, handlers.Current);
        var thrown = Text.Again(handlers, AsyncBodies.HandlersCoroutine.Restore, With(Ready));
        Assert.Equal(201, await handlers.SendAsync(7));
        Assert.Contains("\"(exit)\":\"return\"", Text.Of(handlers), StringComparison.Ordinal);
        var restored = Text.Again(handlers, AsyncBodies.HandlersCoroutine.Restore, With(Ready));
        Assert.False(await restored.TrySendAsync(0));
        Assert.Equal("000early", restored.Result);

        Assert.True(await thrown.TryThrowAsync(new NotSupportedException("waits")));
        Assert.Equal(
            CoroutineSaveReason.PendingException, Assert.Throws<CoroutineSaveException>(() => Text.Of(thrown)).Reason);
        Assert.Equal("waits", (await Assert.ThrowsAsync<NotSupportedException>(async () => await thrown.MoveNextAsync())).Message);
    }

    [Fact]
    public async Task Rule_246_Only_what_the_code_names_is_made()
    {
        var passing = Any(false, Ready);
        await passing.MoveNextAsync();
        var options = With(Ready);
        options.Catalog = new CoroutineCatalog(AnyCoroutine.Kind);
        Assert.Equal(
            CoroutineRestoreReason.UnknownCoroutine,
            Assert.Throws<CoroutineRestoreException>(() => Text.Restored(Text.Of(passing), AnyCoroutine.Restore, options)).Reason);
        // An asynchronous one is no place for what a synchronous one delegates to.
        var numbers = AsyncBodies.Delegating(Ready);
        await numbers.PrimeAsync();
        string wrong = Text.Of(numbers).Replace(
            "AsyncBodies.Middle(int, CoroutineGen.Tests.Waiting.Generated.Work)", "AsyncBodies.Averager(int, CoroutineGen.Tests.Waiting.Generated.Work)",
            StringComparison.Ordinal);
        Assert.Throws<CoroutineRestoreException>(() => Text.Restored(wrong, AsyncBodies.DelegatingCoroutine.Restore, With(Ready)));
    }

    [Fact]
    public async Task Rule_247_Whatever_bytes_are_restored_give_a_coroutine_or_a_restore_exception()
    {
        const int Mutants = 4_000;
        var delegating = AsyncBodies.Delegating(Ready);
        await delegating.PrimeAsync();
        var loops = AsyncBodies.Loops([1, 2], [3, 4], Ready);
        await loops.PrimeAsync();
        await loops.TrySendAsync(0);
        byte[][] saved = [System.Text.Encoding.UTF8.GetBytes(Text.Of(delegating)), System.Text.Encoding.UTF8.GetBytes(Text.Of(loops))];
        var random = new Random(1);
        int refused = 0, restored = 0;
        for (int i = 0; i < Mutants; i++)
        {
            byte[] bytes = JsonMutant.Of(saved[i % 2], saved, random);
            try
            {
                var coroutine = Json.CoroutineJson.Restore<AsyncCoroutine<int, int>>(
                    bytes, SavingJson.Default,
                    (reader, options) => i % 2 == 0
                        ? AsyncBodies.DelegatingCoroutine.Restore(reader, options)
                        : AsyncBodies.LoopsCoroutine.Restore(reader, options),
                    With(Ready));
                Assert.NotEqual(CoroutineState.Running, coroutine.State);
                restored++;
            }
            catch (CoroutineRestoreException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, Mutants / 2, Mutants - 1);
        Assert.Equal(Mutants, refused + restored);
    }

    private static readonly AsyncLocal<string?> Local = new();

    [Coroutine(Saveable = true)]
    private static async Task Told(AsyncYield<string?> yield)
    {
        Local.Value += "own";
        string? first = Local.Value;
        await yield(first);
        await Task.Yield();
        string? second = Local.Value;
        await yield(second);
    }

    /// <summary>Rule 156: a restored one begins with the context of whoever resumes it first, as a new one does.</summary>
    [Fact]
    public async Task Rule_228_The_execution_context_stays_behind()
    {
        Local.Value = "saver ";
        var told = Told();
        await told.MoveNextAsync();
        Assert.Equal("saver own", told.Current);
        var restored = Text.Again(told, ToldCoroutine.Restore);
        Local.Value = "restorer ";
        await restored.MoveNextAsync();
        Assert.Equal("restorer ", restored.Current);
        await told.MoveNextAsync();
        Assert.Equal("saver own", told.Current);
    }

    [Theory]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_250_The_bytes_do_not_depend_on_how_the_awaits_went(Readiness readiness)
    {
        var one = Depending(readiness == Readiness.Ready ? 0 : (int)readiness + 1);
        await one.PrimeAsync();
        await one.TrySendAsync(3);
        Assert.Equal(
            """[{"co":"CoroutineGen.Tests.Saving.AsyncSaveRules.Depending(CoroutineGen.Tests.Waiting.Generated.Work)","at":"yield(sum)","sum":5,"(current)":5}]""",
            Text.Of(one));

        static DependingCoroutine Depending(int seed) => AsyncSaveRules.Depending(new Work(seed));
    }

    [Coroutine(Saveable = true)]
    private static async Task Depending([Supplied] Work work, AsyncYield<int, int> yield)
    {
        int sum = 0;
        while (sum < 100)
        {
            int got = await yield(sum);
            sum += got + await work.Number(2);
        }
    }
}
