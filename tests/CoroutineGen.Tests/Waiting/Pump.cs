using System.Collections.Concurrent;

namespace CoroutineGen.Tests.Waiting;

/// <summary>A thread with a synchronization context of its own, as that of a user interface.</summary>
internal sealed class Pump : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Call, object? State)> _queue = [];
    private readonly Thread _thread;

    public Pump()
    {
        _thread = new Thread(Work) { IsBackground = true };
        _thread.Start();
    }

    public bool IsHere => Thread.CurrentThread == _thread;

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a function there.</summary>
    public Task Run(Func<Task> function)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            async _ =>
            {
                try
                {
                    await function();
                    done.SetResult();
                }
                catch (Exception error)
                {
                    done.SetException(error);
                }
            },
            null);
        return done.Task;
    }

    /// <summary>Awaited, goes on there.</summary>
    public Switching Switch() => new(this);

    public void Dispose() => _queue.CompleteAdding();

    private void Work()
    {
        SetSynchronizationContext(this);
        foreach (var (call, state) in _queue.GetConsumingEnumerable())
            call(state);
    }

    public readonly struct Switching(Pump pump) : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => false;

        public Switching GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => pump.Post(static go => ((Action)go!)(), continuation);
    }
}
