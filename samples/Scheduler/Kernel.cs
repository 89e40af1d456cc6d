using CoroutineGen;

namespace Scheduler;

/// <summary>
/// A little operating system, after David Beazley's: tasks are coroutines, and what they yield are system calls. Each runs until its next
/// one; nothing is a thread, and nothing is interrupted where it does not yield.
/// </summary>
/// <param name="log">Where it says which tasks have failed.</param>
public sealed class Kernel(TextWriter log)
{
    private readonly record struct Turn(int Id, int Answer);

    private sealed record Process(string Name, Coroutine<SystemCall, int> Body, List<int> Waiting);

    private readonly Dictionary<int, Process> _processes = [];
    private readonly Queue<Turn> _ready = new();
    private readonly SocketWaits _sockets = new();
    private int _last;

    /// <summary>Starts a task; it runs when it is its turn.</summary>
    /// <returns>Its number.</returns>
    public int Start(string name, Coroutine<SystemCall, int> body)
    {
        _processes.Add(++_last, new(name, body, []));
        _ready.Enqueue(new(_last, 0));
        return _last;
    }

    /// <summary>Runs until no task is left.</summary>
    /// <exception cref="InvalidOperationException">All that are left wait for each other.</exception>
    public void Run()
    {
        while (_processes.Count > 0)
        {
            if (_ready.Count == 0 && !_sockets.Any)
                throw new InvalidOperationException($"These wait for each other: {string.Join(", ", _processes.Values)}");
            foreach (int id in _sockets.TakeReady(waits: _ready.Count == 0))
                _ready.Enqueue(new(id, 0));
            for (int turns = _ready.Count; turns > 0; turns--)
                Give(_ready.Dequeue());
        }
    }

    private void Give(Turn turn)
    {
        // It may have been killed since it was put there.
        if (!_processes.TryGetValue(turn.Id, out var process))
            return;
        try
        {
            if (process.Body.Resume(turn.Answer))
                Serve(turn.Id, process.Body.Current);
            else
                Ended(turn.Id);
        }
        catch (Exception error)
        {
            // It took the task with it, and nobody else.
            log.WriteLine($"{process.Name} failed: {error.Message}");
            Ended(turn.Id);
        }
    }

    private void Serve(int id, SystemCall call)
    {
        switch (call)
        {
            case Readable(var socket):
                _sockets.Add(socket, writes: false, id);
                break;
            case Writable(var socket):
                _sockets.Add(socket, writes: true, id);
                break;
            case WaitFor(var other) when _processes.TryGetValue(other, out var process):
                process.Waiting.Add(id);
                break;
            default:
                _ready.Enqueue(new(id, Answer(id, call)));
                break;
        }
    }

    private int Answer(int id, SystemCall call) => call switch
    {
        WhoAmI => id,
        Spawn(var name, var body) => Start(name, body),
        Kill(var other) => other != id && TryKill(other) ? 1 : 0,
        _ => 0,
    };

    private bool TryKill(int id)
    {
        if (!_processes.TryGetValue(id, out var process))
            return false;
        _sockets.Remove(id);
        Ended(id);
        try
        {
            process.Body.Close();
        }
        catch (Exception error)
        {
            log.WriteLine($"{process.Name} failed while it was closed: {error.Message}");
        }
        return true;
    }

    private void Ended(int id)
    {
        if (_processes.Remove(id, out var process))
            foreach (int waiting in process.Waiting)
                _ready.Enqueue(new(waiting, 1));
    }
}
