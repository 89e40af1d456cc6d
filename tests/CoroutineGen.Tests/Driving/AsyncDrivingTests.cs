using Xunit;

namespace CoroutineGen.Tests.Driving;

/// <summary>The same for async coroutines, with awaits that are not ready.</summary>
public sealed partial class AsyncDrivingTests
{
    [Coroutine]
    private static async Task<string> Sum(int first, List<string> log, AsyncYield<int, int> yield)
    {
        int sum = first;
        try
        {
            while (sum < 10)
            {
                sum += await yield(sum);
                await Task.Yield();
            }
            return $"sum {sum}";
        }
        finally
        {
            await Task.Yield();
            log.Add($"left at {sum}");
        }
    }

    [Coroutine]
    private static async Task Answers(List<string> got, AsyncYield<string, string> yield)
    {
        await Task.Yield();
        got.Add(await yield("a"));
        got.Add(await yield("b"));
    }

    [Coroutine]
    private static async Task Count(List<string> log, AsyncYield<int> yield, CancellationToken token = default)
    {
        try
        {
            for (int i = 1; i <= 3; i++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                await yield(i);
            }
        }
        finally
        {
            log.Add("left");
        }
    }

    [Fact]
    public async Task NextOrDefaultAsync_gives_the_fallback_at_the_end()
    {
        var c = Count([]);
        foreach (int expected in new[] { 1, 2, 3, -1, -1 })
            Assert.Equal(expected, await c.NextOrDefaultAsync(-1));
        Assert.Equal(0, await c.NextOrDefaultAsync());
    }

    [Fact]
    public async Task ResumeAsync_starts_a_fresh_one_and_sends_to_any_other()
    {
        var c = Sum(1, []);
        Assert.True(await c.ResumeAsync(1000));
        Assert.Equal(1, c.Current);
        Assert.True(await c.ResumeAsync(4));
        Assert.Equal(5, c.Current);
        Assert.False(await c.ResumeAsync(5));
        Assert.Equal("sum 10", c.Result);
    }

    [Fact]
    public async Task RunAsync_answers_each_value_and_gives_the_result()
    {
        Assert.Equal("sum 27", await Sum(1, []).RunAsync(sum => sum * 2));
        Assert.Equal("sum 27", await Sum(1, []).RunAsync(async sum =>
        {
            await Task.Yield();
            return sum * 2;
        }));
        List<string> got = [];
        await Answers(got).RunAsync(asked => asked + asked);
        await Answers(got).RunAsync(async asked =>
        {
            await Task.Yield();
            return asked;
        });
        Assert.Equal(["aa", "bb", "a", "b"], got);
    }

    [Fact]
    public async Task RunAsync_closes_where_the_answer_fails()
    {
        List<string> log = [];
        var c = Sum(1, log);
        await Assert.ThrowsAsync<FormatException>(() => c.RunAsync(sum => sum == 1 ? 4 : throw new FormatException()));
        Assert.Equal(CoroutineState.Closed, c.State);
        Assert.Equal(["left at 5"], log);
        await Assert.ThrowsAsync<InvalidOperationException>(() => c.RunAsync(_ => 0));
    }

    [Fact]
    public async Task RunAsync_answers_in_the_context_of_its_caller()
    {
        var context = new Numbered();
        var before = SynchronizationContext.Current;
        Task<string> run;
        try
        {
            SynchronizationContext.SetSynchronizationContext(context);
            run = Sum(1, []).RunAsync(sum =>
            {
                Assert.Same(context, SynchronizationContext.Current);
                return 2;
            });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        Assert.Equal("sum 11", await run);
    }

    [Fact]
    public async Task LeaveOpen_goes_on_after_a_loop()
    {
        List<string> log = [];
        var c = Count(log);
        await foreach (int value in c.LeaveOpen())
        {
            Assert.Equal(1, value);
            break;
        }
        Assert.Equal(CoroutineState.Suspended, c.State);
        List<int> rest = [];
        await foreach (int value in c.LeaveOpen().ConfigureAwait(false))
            rest.Add(value);
        Assert.Equal([2, 3], rest);
        Assert.Equal(["left"], log);
    }

    [Fact]
    public async Task LeaveOpen_gives_the_coroutine_the_token()
    {
        using var source = new CancellationTokenSource();
        var c = Count([]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int value in c.LeaveOpen().WithCancellation(source.Token))
                await source.CancelAsync();
        });
        Assert.Equal(CoroutineState.Closed, c.State);
    }

    [Fact]
    public async Task Repeatable_begins_anew_each_time()
    {
        int made = 0;
        var sequence = Coroutines.Repeatable(() =>
        {
            made++;
            return Count([]);
        });
        for (int i = 0; i < 2; i++)
        {
            int sum = 0;
            await foreach (int value in sequence)
                sum += value;
            Assert.Equal(6, sum);
        }
        Assert.Equal(2, made);
    }

    [Fact]
    public void What_is_null_is_named_at_once()
    {
        SumCoroutine nothing = null!;
        Assert.Equal("coroutine", Assert.Throws<ArgumentNullException>(() => { _ = nothing.ResumeAsync(1); }).ParamName);
        Assert.Equal("coroutine", Assert.Throws<ArgumentNullException>(() => { _ = nothing.NextOrDefaultAsync(); }).ParamName);
        Assert.Equal("answer", Assert.Throws<ArgumentNullException>(() => { _ = Sum(1, []).RunAsync((Func<int, int>)null!); }).ParamName);
    }

    /// <summary>Runs everything where it is posted from, as itself.</summary>
    private sealed class Numbered : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object? state) => ThreadPool.QueueUserWorkItem(_ =>
        {
            SetSynchronizationContext(this);
            callback(state);
        });
    }
}
