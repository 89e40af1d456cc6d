using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>So many places that processes occupy for a while: pumps, clerks, machines.</summary>
class Resource : Shared<Request, Release>
{
    private readonly List<Request> _users = [];

    /// <param name="simulator">Where it is.</param>
    /// <param name="capacity">How many places there are.</param>
    public Resource(Simulator simulator, int capacity = 1)
        : base(simulator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    public int Capacity { get; }

    /// <summary>Who has a place.</summary>
    public IReadOnlyList<Request> Users => _users;

    /// <summary>
    /// Asks for a place. With <c>using</c>, it is given back where that ends, in whatever way the process leaves it.
    /// </summary>
    /// <param name="priority">The lower, the sooner; a plain resource does not look at it.</param>
    /// <param name="preempts">Whether it may take the place of somebody less important, where the resource has that.</param>
    public Request Request(int priority = 0, bool preempts = true)
    {
        var request = new Request(this, new Rank(priority, Simulator.Now, !preempts));
        Ask(request);
        return request;
    }

    /// <summary>Gives a place back.</summary>
    public Release Release(Request request) => Ask(new Release(Simulator, request));

    private protected override bool TryPut(Request put)
    {
        if (_users.Count < Capacity)
        {
            _users.Add(put);
            put.Succeed();
        }
        return false;
    }

    private protected override bool TryGet(Release get)
    {
        _users.Remove(get.Request);
        get.Succeed();
        return false;
    }

    /// <summary>Takes the place of a user away.</summary>
    private protected void Evict(Request user) => _users.Remove(user);
}
