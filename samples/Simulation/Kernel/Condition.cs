namespace Simulation.Kernel;

/// <summary>What happens when so many of some events have happened, or when the first of them fails.</summary>
sealed class Condition : Event
{
    private readonly Event[] _events;
    private readonly int _needed;
    private readonly HashSet<Event> _happened = [];
    private int _count;

    internal Condition(Simulator simulator, Event[] events, int needed)
        : base(simulator)
    {
        _events = events;
        _needed = needed;
        if (needed == 0)
            Succeed();
        foreach (var part in events)
        {
            if (part.Simulator != simulator)
                throw new ArgumentException("Events of two simulators do not meet.", nameof(events));
            if (part.IsProcessed)
                Count(part);
            else
                part.WhenItHappens(Count);
        }
        WhenItHappens(_ => Collect(_happened));
    }

    /// <summary>Whether that event, of this condition or of one in it, had happened when the condition did.</summary>
    public bool Has(Event part) => _happened.Contains(part);

    private void Count(Event part)
    {
        if (IsTriggered)
            return;
        _count++;
        if (part.Error is { } error)
        {
            part.IsHandled = true;
            Fail(error);
        }
        else if (_count >= _needed)
        {
            Succeed();
        }
    }

    private void Collect(HashSet<Event> happened)
    {
        foreach (var part in _events)
        {
            if (part is Condition inner)
                inner.Collect(happened);
            else if (part.IsProcessed)
                happened.Add(part);
        }
    }
}
