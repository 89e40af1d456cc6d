using CoroutineGen;

namespace Simulation.Kernel;

/// <summary>
/// A coroutine that lives in simulated time: it yields the event that it waits for, and goes on when that has happened. A process is an
/// event too: it happens when the coroutine ends, so that others can wait for it.
/// </summary>
class Process : Event
{
    private readonly Coroutine<Event> _body;
    private readonly Action<Event> _goOn;
    private Event? _waitsFor;

    internal Process(Simulator simulator, Coroutine<Event> body)
        : base(simulator)
    {
        _body = body;
        _goOn = GoOn;
        var start = new Event(simulator);
        WaitFor(start);
        start.Succeed(Urgency.Urgent, 0);
    }

    public bool IsAlive => !IsTriggered;

    /// <summary>Throws an <see cref="Kernel.Interrupt"/> into it, where it waits; it does not wait for that any more.</summary>
    /// <param name="cause">What it is told.</param>
    /// <exception cref="InvalidOperationException">It has ended, or interrupts itself.</exception>
    public void Interrupt(object? cause = null)
    {
        if (IsTriggered)
            throw new InvalidOperationException("It has ended, and cannot be interrupted.");
        if (Simulator.Active == this)
            throw new InvalidOperationException("A process cannot interrupt itself.");
        var interruption = new Event(Simulator);
        interruption.Succeed(Urgency.Urgent, 0);
        interruption.WhenItHappens(_ =>
        {
            // Of two interrupts at the same time the first may have ended it.
            if (IsTriggered)
                return;
            _waitsFor?.Forget(_goOn);
            Resume(new Interrupt(cause));
        });
    }

    private void WaitFor(Event what)
    {
        _waitsFor = what;
        what.WhenItHappens(_goOn);
    }

    private void GoOn(Event happened)
    {
        happened.IsHandled = true;
        Resume(happened.Error);
    }

    private void Resume(Exception? error)
    {
        Simulator.Active = this;
        try
        {
            while (error is null ? _body.MoveNext() : _body.TryThrow(error))
            {
                var next = _body.Current;
                if (!next.IsProcessed)
                {
                    WaitFor(next);
                    return;
                }
                // It has happened before: there is nothing to wait for.
                next.IsHandled = true;
                error = next.Error;
            }
            Succeed();
        }
        catch (Exception e) when (!IsTriggered)
        {
            Fail(e);
        }
        finally
        {
            Simulator.Active = null;
        }
    }
}

/// <summary>A process with a result.</summary>
sealed class Process<T> : Process
{
    private readonly Coroutine<Event, Unit, T> _body;

    internal Process(Simulator simulator, Coroutine<Event, Unit, T> body)
        : base(simulator, body)
        => _body = body;

    /// <exception cref="CoroutineStateException">There is none yet.</exception>
    public T Value => _body.Result;
}

/// <summary>Thrown into a process that is interrupted.</summary>
sealed class Interrupt(object? cause) : Exception("The process is interrupted.")
{
    /// <summary>What who interrupted it has to say.</summary>
    public object? Cause => cause;
}
