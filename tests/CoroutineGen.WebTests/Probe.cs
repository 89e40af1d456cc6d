using System.Collections.Concurrent;

namespace CoroutineGen.WebTests;

/// <summary>What a test sees of the body on the server's side, and how it makes it wait. All by tasks, nothing by time.</summary>
internal sealed class Probe
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = new();

    /// <summary>Completed where the body has come to its cleaning up.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Completed where the cleaning up is done.</summary>
    public Task Ended => _ended.Task;

    public bool EndsWithInner { get; init; } = true;

    public IEnumerable<string> Said => _said;

    public void Say(string text) => _said.Enqueue(text);

    /// <summary>Lets the cleaning up go on.</summary>
    public void MayEnd() => _mayEnd.SetResult();

    public void AllDone() => _ended.SetResult();

    /// <summary>What a finally block does that has somebody else to say goodbye to.</summary>
    public async Task CleanUp(bool isCancelled)
    {
        Say($"begun, cancelled: {isCancelled}");
        _begun.SetResult();
        await _mayEnd.Task;
        Say("ended");
        if (EndsWithInner)
            AllDone();
    }
}
