using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// Where a body has led to by its awaits, nobody else comes to be who has not asked for it: neither the consumer, nor who delegates to it
/// (rules 160 and 161).
/// </summary>
public sealed partial class LedAwayTests
{
    private const int Limit = 20_000;

    [Coroutine]
    private static async Task Inner(Pump pump, AsyncYield<bool> yield)
    {
        await pump.Switch();
        await yield(pump.IsHere);
        await pump.Switch();
    }

    [Coroutine]
    private static async Task Outer(Pump pump, AsyncYield<bool> yield)
    {
        await yield.From(Inner(pump));
        await yield(pump.IsHere);
    }

    [Fact(Timeout = Limit)]
    public async Task Who_delegates_goes_on_elsewhere()
    {
        using var pump = new Pump();
        var seen = new List<bool>();
        var pushed = new List<bool>();
        await Task.Run(async () =>
        {
            await foreach (bool isHere in Outer(pump))
            {
                seen.Add(isHere);
                Assert.False(pump.IsHere);
            }
            await Outer(pump, async isHere =>
            {
                pushed.Add(isHere);
                await Task.Yield();
            });
        });
        Assert.Equal([true, false], seen);
        Assert.Equal(pushed, seen);
    }

    /// <summary>Runs each task on a thread of its own.</summary>
    private sealed class Threads : TaskScheduler
    {
        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => new Thread(() => TryExecuteTask(task)).Start();

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
    }

    [Coroutine]
    private static async Task Scheduled(Task gate, AsyncYield<TaskScheduler> yield)
    {
        await gate;
        await yield(TaskScheduler.Current);
    }

    [Fact(Timeout = Limit)]
    public async Task A_consumer_is_not_led_to_the_scheduler_of_the_body()
    {
        var threads = new Threads();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new TaskCompletionSource<TaskScheduler>(TaskCreationOptions.RunContinuationsAsynchronously);
        var scheduled = Scheduled(gate.Task);
        await Task.Factory.StartNew(
            () =>
            {
                var moved = scheduled.MoveNextAsync().ConfigureAwait(false).GetAwaiter();
                moved.UnsafeOnCompleted(() =>
                {
                    Assert.True(moved.GetResult());
                    consumer.SetResult(TaskScheduler.Current);
                });
            },
            CancellationToken.None, TaskCreationOptions.None, threads);
        gate.SetResult();
        Assert.Same(TaskScheduler.Default, await consumer.Task);
        Assert.Same(threads, scheduled.Current);
    }
}
