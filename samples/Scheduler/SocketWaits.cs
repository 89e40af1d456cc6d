using System.Net.Sockets;

namespace Scheduler;

/// <summary>The tasks that wait for sockets.</summary>
sealed class SocketWaits
{
    private readonly List<(Socket Socket, bool Writes, int Id)> _waits = [];

    public bool Any => _waits.Count > 0;

    public void Add(Socket socket, bool writes, int id) => _waits.Add((socket, writes, id));

    public void Remove(int id) => _waits.RemoveAll(wait => wait.Id == id);

    /// <summary>Takes out the tasks whose sockets are ready.</summary>
    /// <param name="waits">Whether to wait until there is one.</param>
    public List<int> TakeReady(bool waits)
    {
        if (!Any)
            return [];
        var readable = _waits.Where(wait => !wait.Writes).Select(wait => wait.Socket).Distinct().ToList();
        var writable = _waits.Where(wait => wait.Writes).Select(wait => wait.Socket).Distinct().ToList();
        Socket.Select(readable, writable, null, waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero);
        var ready = _waits.Where(wait => (wait.Writes ? writable : readable).Contains(wait.Socket)).ToList();
        _waits.RemoveAll(ready.Contains);
        return ready.ConvertAll(wait => wait.Id);
    }
}
