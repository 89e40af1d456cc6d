using CoroutineGen.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Rules 156 to 164: contexts and threads.</summary>
public sealed partial class ContextRules
{
    private const int Limit = 30_000;

    private static readonly AsyncLocal<string?> Ambient = new();

    // async Task<string> M(AsyncYield<string, int> yield)
    // {
    //     Ambient.Value = "body1"; await wait; await yield(Ambient.Value);
    //     var seen = Ambient.Value; Ambient.Value = "body2"; await wait; await yield(seen + "," + Ambient.Value);
    //     return Ambient.Value;
    // }
    private static Written<string, int, string> Local(Readiness readiness)
    {
        string start = "", seen = "";
        return new Written<string, int, string>(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Resumed1;
                case 2: goto Resumed2;
            }
            start = "start " + Ambient.Value;
            Ambient.Value = "body1";
            await new Wait(readiness);
            return own.Out.Yield(1, start + "," + Ambient.Value);
        Resumed1:
            seen = Ambient.Value!;
            Ambient.Value = "body2";
            await new Wait(readiness);
            return own.Out.Yield(2, seen + "," + Ambient.Value);
        Resumed2:
            return own.End(Ambient.Value!);
        });
    }

    // The same method, push-style: what the generated coroutine is to do.
    private static async Task<string> Push(Readiness readiness, AsyncYield<string, int> yield)
    {
        string start = "start " + Ambient.Value;
        Ambient.Value = "body1";
        await new Wait(readiness);
        await yield(start + "," + Ambient.Value);
        string seen = Ambient.Value!;
        Ambient.Value = "body2";
        await new Wait(readiness);
        await yield(seen + "," + Ambient.Value);
        return Ambient.Value!;
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rules_156_and_157_the_body_has_its_own_context_and_nobody_sees_it_nor_does_it_see_the_callers(Readiness readiness)
    {
        List<string> pushed = [];
        Ambient.Value = "caller";
        string result = await Push(readiness, async value =>
        {
            await Task.CompletedTask;
            pushed.Add(value);
            Ambient.Value = "callback";
            return 0;
        });

        List<string> pulled = [];
        var c = Local(readiness);
        Ambient.Value = "caller";
        while (await c.MoveNextAsync())
        {
            pulled.Add(c.Current);
            Assert.StartsWith("caller", Ambient.Value, StringComparison.Ordinal);
            Ambient.Value += "'";
        }
        Assert.Equal(pushed, pulled);
        Assert.Equal(["start caller,body1", "body1,body2"], pulled);
        Assert.Equal((result, "body2"), (c.Result, c.Result));
        Assert.Equal("caller''", Ambient.Value);
    }

    [Theory(Timeout = Limit)]
    [ClassData(typeof(EachReadiness))]
    public async Task Rule_158_an_inner_coroutine_begins_with_its_delegators_context(Readiness readiness)
    {
        var inner = Local(readiness);
        var outer = new Written<string, int, string>(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Resumed1;
            }
            await new Wait(readiness);
            Ambient.Value = "outer";
            return own.Out.To(1, inner);
        Resumed1:
            return own.End("still " + Ambient.Value);
        });
        Ambient.Value = "caller";
        Assert.Equal("start outer,body1", await outer.NextAsync());
        Ambient.Value = "changed";
        Assert.Equal("body1,body2", await outer.NextAsync());
        Assert.False(await outer.MoveNextAsync());
        Assert.Equal("still outer", outer.Result);
        Assert.Equal("changed", Ambient.Value);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_158_so_does_a_synchronous_one_and_it_keeps_what_it_sets()
    {
        var outer = new Written<string, int, string>(async (own, point, how, sent) =>
        {
            await Task.CompletedTask;
            if (point > 0) return own.End("still " + Ambient.Value);
            Ambient.Value = "outer";
            return own.Out.To(1, Synchronous());
        });
        Ambient.Value = "caller";
        Assert.Equal("outer", await outer.NextAsync());
        Assert.Equal("caller", Ambient.Value);
        Assert.Equal("inner", await outer.NextAsync());
        Assert.Equal("caller", Ambient.Value);
        Assert.False(await outer.MoveNextAsync());
        Assert.Equal("still outer", outer.Result);
    }

    [Coroutine]
    private static void Synchronous(Yield<string> yield)
    {
        yield(Ambient.Value!);
        Ambient.Value = "inner";
        yield(Ambient.Value);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_159_the_context_is_dropped_with_the_coroutine()
    {
        var (coroutine, value) = await Make();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(value.IsAlive);
        Assert.Equal(CoroutineState.Closed, coroutine.State);

        static async Task<(AsyncCoroutine<int>, WeakReference)> Make()
        {
            var local = new AsyncLocal<object?>();
            var kept = new object();
            var reference = new WeakReference(kept);
            var c = new Written<int, int, string>((own, point, how, sent) => new(own.Out.Yield(1, 1)));
            local.Value = kept;
            await c.MoveNextAsync();
            local.Value = null;
            await c.CloseAsync();
            return (c, reference);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Trap_42_a_caller_that_suppresses_the_flow_keeps_it_suppressed_and_its_own_locals()
    {
        await Task.Run(async () =>
        {
            Ambient.Value = "caller";
            var c = Local(Readiness.Ready);
            await c.MoveNextAsync();
            var flow = ExecutionContext.SuppressFlow();
            var moved = c.MoveNextAsync();
            Assert.True(ExecutionContext.IsFlowSuppressed());
            Assert.Equal("caller", Ambient.Value);
            Assert.True(moved.IsCompletedSuccessfully);
            flow.Undo();
            Assert.Equal("body1,body2", c.Current);
        });
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_160_a_body_goes_on_where_its_awaits_resume_and_does_not_set_the_callers_context()
    {
        using var pump = new Pump();
        await pump.Run(async () =>
        {
            var c = new Written<bool, int, string>(async (own, point, how, sent) =>
            {
                await Task.Yield();
                bool isOnPump = pump.IsHere;
                await Task.Delay(1);
                return own.Out.Yield(1, isOnPump && pump.IsHere);
            });
            Assert.True(await c.NextAsync());
            Assert.True(pump.IsHere);

            var configured = new Written<bool, int, string>(async (own, point, how, sent) =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                return own.Out.Yield(1, pump.IsHere);
            });
            Assert.False(await configured.NextAsync());
            Assert.True(pump.IsHere);

            var sets = new Written<int, int, string>(async (own, point, how, sent) =>
            {
                SynchronizationContext.SetSynchronizationContext(null);
                await Task.CompletedTask;
                return own.Out.Yield(1, 1);
            });
            await sets.MoveNextAsync();
            Assert.NotNull(SynchronizationContext.Current);
        });
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_161_a_consumer_without_a_context_does_not_come_to_be_in_the_bodys()
    {
        using var pump = new Pump();
        await Task.Run(async () =>
        {
            Assert.True(await Switching().NextAsync());
            Assert.False(pump.IsHere);
            // Without an async method of ours in between, which would not go on there either.
            Assert.True(await Switching().MoveNextAsync());
            Assert.False(pump.IsHere);
        });

        Written<bool, int, string> Switching() => new(async (own, point, how, sent) =>
        {
            await pump.Switch();
            return own.Out.Yield(1, pump.IsHere);
        });
    }

    /// <summary>What is ours between the body and the consumer goes on where the body has come to: a blocked caller is not needed.</summary>
    [Fact(Timeout = Limit)]
    public async Task Trap_6_a_caller_that_blocks_its_context_is_answered()
    {
        using var pump = new Pump();
        var c = new Written<int, int, string>(async (own, point, how, sent) =>
        {
            await Task.Delay(1).ConfigureAwait(false);
            return own.Out.Yield(1, 1);
        });
        bool isAnswered = false;
        await pump.Run(() =>
        {
            isAnswered = c.MoveNextAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
            return Task.CompletedTask;
        });
        Assert.True(isAnswered);
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_162_operations_one_after_the_other_may_come_from_any_threads()
    {
        var c = Bodies.Sum(50, Readiness.Pool);
        int items = 0;
        while (await Task.Factory.StartNew(
            async () => await c.MoveNextAsync(), default, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap())
            items++;
        Assert.Equal(50, items);
    }

    [Fact(Timeout = 60_000)]
    public async Task Rule_163_ten_million_operations_that_complete_at_once_use_no_stack()
    {
        int items = 0;
        await foreach (int _ in Bodies.Sum(10_000_000))
            items++;
        Assert.Equal(10_000_000, items);
    }

    /// <summary>
    /// The consumer's continuation completes what the body waits for, which completes the consumer's operation, and so on: all inline.
    /// </summary>
    [Fact(Timeout = Limit)]
    public async Task Rule_163_continuations_that_run_inline_go_to_the_pool_before_the_stack_is_out()
    {
        const int Rounds = 20_000;
        await Task.Run(async () =>
        {
            TaskCompletionSource gate = new();
            var c = new Written<int, int, string>(async (own, point, how, sent) =>
            {
                await gate.Task.ConfigureAwait(false);
                return own.Out.Yield(1, 1);
            });
            var done = new TaskCompletionSource();
            int items = 0;

            void Next()
            {
                gate = new TaskCompletionSource();
                var awaiter = c.MoveNextAsync().GetAwaiter();
                awaiter.UnsafeOnCompleted(() =>
                {
                    awaiter.GetResult();
                    if (++items == Rounds)
                        done.SetResult();
                    else
                        Next();
                });
                gate.SetResult();
            }

            Next();
            await done.Task;
            Assert.Equal(Rounds, items);
        });
    }

    [Fact(Timeout = Limit)]
    public async Task Rule_164_an_awaiter_may_complete_on_another_thread_before_its_registration_returns()
    {
        int items = 0;
        await foreach (int _ in Bodies.Sum(500, Readiness.Racing))
            items++;
        Assert.Equal(500, items);
    }
}
