using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>Asks for a place; happens when it is there.</summary>
sealed class Request : Event, IDisposable
{
    private readonly Resource _resource;

    internal Request(Resource resource, Rank rank)
        : base(resource.Simulator)
    {
        _resource = resource;
        Rank = rank;
        By = resource.Simulator.Active;
    }

    /// <summary>Who asks.</summary>
    public Process? By { get; }

    internal Rank Rank { get; }

    /// <summary>Gives the place back, or asks no longer.</summary>
    public void Dispose()
    {
        if (!IsTriggered)
            _resource.Cancel(this);
        _resource.Release(this);
    }
}

/// <summary>Gives a place back.</summary>
sealed class Release(Simulator simulator, Request request) : Event(simulator)
{
    public Request Request => request;
}

/// <summary>Who is served first: the lower priority, then who asked earlier, then who preempts.</summary>
readonly record struct Rank(int Priority, double Time, bool Yields) : IComparable<Rank>
{
    public int CompareTo(Rank other) => (Priority, Time, Yields).CompareTo((other.Priority, other.Time, other.Yields));
}
