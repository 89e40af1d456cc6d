using System.Runtime.ExceptionServices;
using CoroutineGen;

namespace Simulation.Kernel;

/// <summary>Simulated time: takes the next event, lets happen what waits for it, and goes on with the one after it.</summary>
sealed class Simulator
{
    private readonly PriorityQueue<Event, Moment> _schedule = new();
    private long _scheduled;

    /// <summary>The time.</summary>
    public double Now { get; private set; }

    /// <summary>The process that is running; null between two.</summary>
    public Process? Active { get; internal set; }

    /// <summary>An event that somebody will make happen.</summary>
    public Event Event() => new(this);

    /// <summary>An event that happens after a while.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That would be in the past.</exception>
    public Timeout Timeout(double delay) => new(this, delay);

    /// <summary>Starts a process; it begins at the present time, as soon as who starts it waits.</summary>
    public Process Start(Coroutine<Event> body) => new(this, body);

    /// <summary>The same, of a process with a result.</summary>
    public Process<T> Start<T>(Coroutine<Event, Unit, T> body) => new(this, body);

    /// <summary>What happens when all of these have; see also <c>&amp;</c>.</summary>
    public Condition AllOf(params Event[] events) => new(this, events, events.Length);

    /// <summary>What happens when one of these has; see also <c>|</c>.</summary>
    public Condition AnyOf(params Event[] events) => new(this, events, Math.Min(1, events.Length));

    /// <summary>Runs until nothing is left to happen.</summary>
    public void Run()
    {
        while (Step())
            continue;
    }

    /// <summary>Runs up to a time, before anything else happens at it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in the future.</exception>
    public void Run(double until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, Now);
        var end = new Event(this);
        end.Succeed(Urgency.Urgent, until - Now);
        Run(end);
    }

    /// <summary>Runs until an event has happened; its error comes out.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to happen, and it has not.</exception>
    public void Run(Event until)
    {
        while (!until.IsProcessed)
            if (!Step())
                throw new InvalidOperationException("Nothing is left to happen, and what is waited for has not happened.");
        if (until.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>The next event happens; its error comes out if nobody has waited for it.</summary>
    /// <returns>False if there is none.</returns>
    public bool Step()
    {
        if (!_schedule.TryDequeue(out var next, out var moment))
            return false;
        Now = moment.Time;
        next.Happen();
        if (next is { Error: { } error, IsHandled: false })
            ExceptionDispatchInfo.Throw(error);
        return true;
    }

    internal void Schedule(Event what, Urgency urgency, double delay)
        => _schedule.Enqueue(what, new Moment(Now + delay, urgency, _scheduled++));
}
