namespace Simulation.Kernel;

/// <summary>
/// What may happen. Once it is triggered, it is going to happen at its time; once it is processed, it has happened, and whoever waited for
/// it has gone on.
/// </summary>
class Event(Simulator simulator)
{
    private Action<Event>? _whenItHappens;

    public Simulator Simulator => simulator;

    public bool IsTriggered { get; private set; }

    public bool IsProcessed { get; private set; }

    /// <summary>What it has failed with: thrown into each process that waits for it.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Whether somebody has been told of the error. If nobody is, it ends the run.</summary>
    internal bool IsHandled { get; set; }

    public static Condition operator &(Event one, Event other) => one.Simulator.AllOf(one, other);

    public static Condition operator |(Event one, Event other) => one.Simulator.AnyOf(one, other);

    /// <summary>Lets it happen, now.</summary>
    /// <exception cref="InvalidOperationException">It is triggered already.</exception>
    public void Succeed() => Succeed(Urgency.Normal, 0);

    /// <summary>Lets it fail, now.</summary>
    /// <exception cref="InvalidOperationException">It is triggered already.</exception>
    public void Fail(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Succeed();
        Error = error;
    }

    internal void Succeed(Urgency urgency, double delay)
    {
        if (IsTriggered)
            throw new InvalidOperationException("It is triggered already.");
        IsTriggered = true;
        simulator.Schedule(this, urgency, delay);
    }

    /// <summary>Tells who wants to know, in the order in which they have asked.</summary>
    internal void Happen()
    {
        IsProcessed = true;
        var happens = _whenItHappens;
        _whenItHappens = null;
        happens?.Invoke(this);
    }

    internal void WhenItHappens(Action<Event> callback) => _whenItHappens += callback;

    internal void Forget(Action<Event> callback) => _whenItHappens -= callback;
}

/// <summary>An event that comes with a value.</summary>
class Event<T>(Simulator simulator) : Event(simulator)
{
    private T? _value;

    /// <exception cref="InvalidOperationException">There is none yet.</exception>
    public T Value => IsTriggered && Error is null ? _value! : throw new InvalidOperationException("There is no value yet.");

    /// <inheritdoc cref="Event.Succeed()"/>
    public void Succeed(T value)
    {
        Succeed();
        _value = value;
    }
}

/// <summary>An event that happens after a while.</summary>
sealed class Timeout : Event
{
    internal Timeout(Simulator simulator, double delay)
        : base(simulator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        Succeed(Urgency.Normal, delay);
    }
}
