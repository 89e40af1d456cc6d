using System.Net.Sockets;

namespace Scheduler;

/// <summary>The tasks that wait for sockets.</summary>
sealed class SocketWaits
{
    private readonly List<(Socket Socket, bool Writes, int Id)> _waits = [];

    private HashSet<Socket> _readable = [], _writable = [];

    public bool Any => _waits.Count > 0;

    public void Add(Socket socket, bool writes, int id) => _waits.Add((socket, writes, id));

    public void Remove(int id) => _waits.RemoveAll(wait => wait.Id == id);

    /// <summary>Takes out the tasks whose sockets are ready, or have been closed by others: they are told when they use them.</summary>
    /// <param name="waits">Whether to wait until there is one.</param>
    public List<int> TakeReady(bool waits)
    {
        if (!Any)
            return [];
        (_readable, _writable) = ([], []);
        if (!_waits.Exists(IsClosed))
            Select(waits);
        var ready = _waits.FindAll(wait => IsClosed(wait) || (wait.Writes ? _writable : _readable).Contains(wait.Socket));
        _waits.RemoveAll(new HashSet<(Socket, bool, int)>(ready).Contains);
        return ready.ConvertAll(wait => wait.Id);
    }

    private void Select(bool waits)
    {
        List<Socket> readable = Those(writes: false), writable = Those(writes: true);
        Socket.Select(readable, writable, null, waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero);
        _readable = [.. readable];
        _writable = [.. writable];
    }

    private List<Socket> Those(bool writes) => [.. _waits.Where(wait => wait.Writes == writes).Select(wait => wait.Socket).Distinct()];

    private static bool IsClosed((Socket Socket, bool Writes, int Id) wait) => wait.Socket.SafeHandle.IsClosed;
}
