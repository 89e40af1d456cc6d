using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// Bodies that await their yields only: their steps are no async methods, and what an async method does for its caller they do themselves.
/// </summary>
public sealed partial class NeverWaitingTests
{
    private const int Limit = 20_000;

    private static readonly AsyncLocal<string?> Local = new();

    [Coroutine]
    private static async Task Ambient(List<string?> log, AsyncYield<int> yield)
    {
        for (int n = 0; n < 3; n++)
        {
            log.Add(Local.Value);
            Local.Value = $"body {n}";
            await yield(n);
        }
    }

    [Coroutine]
    private static async Task<int> Delegating(List<string?> log, AsyncYield<int> yield)
    {
        Local.Value = "outer";
        await yield.From(Ambient(log));
        log.Add(Local.Value);
        return 1;
    }

    [Coroutine]
    private static async Task Scheduling(SynchronizationContext mine, AsyncYield<bool, int> yield)
    {
        for (; ; )
        {
            SynchronizationContext.SetSynchronizationContext(mine);
            await yield(SynchronizationContext.Current == mine);
        }
    }

    [Coroutine]
    private static async Task Failing(AsyncYield<int> yield)
    {
        Local.Value = "failing";
        await yield(1);
        Local.Value = "failed";
        throw new NotSupportedException();
    }

    [Coroutine]
    private static async Task Counting(AsyncYield<int> yield)
    {
        for (int n = 0; ; n++)
            await yield(n);
    }

    [Coroutine]
    private static async Task Adding(AsyncYield<int, int> yield)
    {
        int sum = 0;
        for (; ; )
            sum += await yield(sum);
    }

    public static TheoryData<bool> Both => [false, true];

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Both))]
    public async Task The_body_has_an_execution_context_of_its_own(bool delegates)
    {
        var log = new List<string?>();
        AsyncCoroutine<int> c = delegates ? Delegating(log) : Ambient(log);
        for (int n = 0; await c.MoveNextAsync(); n++)
        {
            Assert.Equal(n == 0 ? null : $"caller {n - 1}", Local.Value);
            Local.Value = $"caller {n}";
        }
        Assert.Equal("caller 2", Local.Value);
        Assert.Equal(delegates ? ["outer", "body 0", "body 1", "outer"] : [null, "body 0", "body 1"], log);
    }

    [Fact(Timeout = Limit)]
    public async Task A_caller_that_suppresses_the_flow_keeps_it_suppressed()
    {
        await Task.Run(async () =>
        {
            var log = new List<string?>();
            var c = Ambient(log);
            await c.MoveNextAsync();
            var flow = ExecutionContext.SuppressFlow();
            var moved = c.MoveNextAsync();
            Assert.True(ExecutionContext.IsFlowSuppressed());
            flow.Undo();
            Assert.True(await moved);
            Assert.Null(Local.Value);
            Assert.Equal([null, "body 0"], log);
        });
    }

    [Fact(Timeout = Limit)]
    public async Task The_callers_synchronization_context_is_put_back()
    {
        var theirs = SynchronizationContext.Current;
        var c = Scheduling(new SynchronizationContext());
        Assert.True(await (await c.PrimeAsync()).SendAsync(1));
        var moved = c.TrySendAsync(1);
        Assert.Same(theirs, SynchronizationContext.Current);
        Assert.True(await moved);
    }

    [Fact(Timeout = Limit)]
    public async Task What_the_body_raises_arrives_in_the_task()
    {
        var c = Failing();
        await c.MoveNextAsync();
        var moved = c.MoveNextAsync();
        Assert.True(moved.IsFaulted);
        Assert.Null(Local.Value);
        Assert.Equal(CoroutineStateReason.Running, Assert.Throws<CoroutineStateException>(() => _ = c.MoveNextAsync()).Reason);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await moved);
        Assert.False(await c.MoveNextAsync());
        Assert.IsType<NotSupportedException>(c.Error);
    }

    [Fact(Timeout = Limit)]
    public async Task A_pure_body_is_refused_and_ended_as_any_other()
    {
        var c = Adding();
        Assert.Equal(
            CoroutineStateReason.NotStarted, Assert.Throws<CoroutineStateException>(() => _ = c.TrySendAsync(1)).Reason);
        await c.PrimeAsync();
        Assert.Equal(5, await c.SendAsync(5));
        var thrown = c.TryThrowAsync(new NotSupportedException());
        Assert.Equal(CoroutineStateReason.Running, Assert.Throws<CoroutineStateException>(() => _ = c.TrySendAsync(1)).Reason);
        Assert.Equal(CoroutineStateReason.Running, Assert.Throws<CoroutineStateException>(() => _ = c.MoveNextAsync()).Reason);
        await Assert.ThrowsAsync<NotSupportedException>(async () => await thrown);
        Assert.False(await c.TrySendAsync(1));
    }

    [Fact(Timeout = Limit)]
    public Task No_operation_allocates() => Task.Run(() =>
    {
        AsyncCoroutine<int>[] all = [Counting(), Calling([], int.MaxValue), Passing(int.MaxValue)];
        foreach (var c in all)
        {
            for (int i = 0; i < 10; i++)
                Assert.True(c.MoveNextAsync().IsCompletedSuccessfully);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1_000; i++)
                Assert.True(c.MoveNextAsync().IsCompletedSuccessfully);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    });

    [Coroutine]
    private static async Task Calling(object[] none, int count, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
            await yield(none.Length);
    }

    [Coroutine]
    private static async Task Passing(int count, AsyncYield<int> yield) => await yield.From(Calling([], count));

    /// <summary>Nothing goes on before it is let through.</summary>
    private sealed class Gate : ICriticalNotifyCompletion
    {
        private Action? _next;

        public bool IsCompleted => false;

        public Gate GetAwaiter() => this;

        public void OnCompleted(Action continuation) => _next = continuation;

        public void UnsafeOnCompleted(Action continuation) => _next = continuation;

        public void GetResult()
        {
        }

        public void LetThrough()
        {
            var next = _next;
            _next = null;
            next!();
        }
    }

    [Coroutine]
    private static async Task Waiting(Gate gate, int count, AsyncYield<int> yield)
    {
        for (int n = 0; n < count; n++)
        {
            await gate;
            await yield(n);
        }
    }

    /// <summary>A step that waits takes the box of the one that has just come back.</summary>
    [Fact(Timeout = Limit)]
    public Task To_wait_again_makes_no_object() => Task.Run(() =>
    {
        var gate = new Gate();
        int sum = 0;
        var consumer = Consume();
        for (int i = 0; i < 100; i++)
            gate.LetThrough();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            gate.LetThrough();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_100 * 1_099 / 2, sum);
        Assert.False(consumer.IsCompleted);

        async Task Consume()
        {
            await foreach (int n in Waiting(gate, int.MaxValue))
                sum += n;
        }
    });

    /// <summary>Also that of another coroutine of the same method.</summary>
    [Fact(Timeout = Limit)]
    public Task To_wait_in_another_coroutine_makes_no_box() => Task.Run(() =>
    {
        var gate = new Gate();
        var consumer = Consume();
        for (int i = 0; i < 100; i++)
            gate.LetThrough();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            gate.LetThrough();
        // The coroutine, its frame and its promise.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000 * 250);
        Assert.False(consumer.IsCompleted);

        async Task Consume()
        {
            for (; ; )
                Assert.True(await Waiting(gate, 1).MoveNextAsync());
        }
    });
}
