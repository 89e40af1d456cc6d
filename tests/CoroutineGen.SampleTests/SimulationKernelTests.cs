using Simulation.Kernel;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>Events, processes, conditions and interrupts of the simulation.</summary>
public sealed partial class SimulationKernelTests
{
    private readonly Simulator _simulator = new();
    private readonly List<string> _log = [];

    [Coroutine]
    private void Tick(string name, double interval, int times, Yield<Event> wait)
    {
        for (int n = 0; n < times; n++)
        {
            wait(_simulator.Timeout(interval));
            Log(name);
        }
    }

    [Coroutine]
    private int Add(int one, int other, Yield<Event> wait)
    {
        wait(_simulator.Timeout(one + other));
        return one + other;
    }

    [Coroutine]
    private void Sum(Yield<Event> wait)
    {
        var first = _simulator.Start(Add(1, 2));
        var second = _simulator.Start(Add(3, 4));
        wait(first & second);
        Log($"{first.Value + second.Value}");
        // Both have happened: nothing is waited for.
        wait(first);
        Log("again");
    }

    [Coroutine]
    private void Sleeper(Yield<Event> wait)
    {
        for (int n = 0; n < 2; n++)
        {
            try
            {
                wait(_simulator.Timeout(10));
                Log("slept");
            }
            catch (Interrupt interrupt)
            {
                wait(_simulator.Timeout(1));
                Log($"woken by {interrupt.Cause}");
            }
        }
    }

    [Coroutine]
    private void Waker(Process sleeper, double after, Yield<Event> wait)
    {
        wait(_simulator.Timeout(after));
        sleeper.Interrupt("noise");
    }

    [Coroutine]
    private void Waiter(Event what, Yield<Event> wait)
    {
        try
        {
            wait(what);
            Log("happened");
        }
        catch (FormatException e)
        {
            Log(e.Message);
        }
    }

    [Coroutine]
    private void Fails(Yield<Event> wait)
    {
        wait(_simulator.Timeout(1));
        throw new FormatException("failed");
    }

    [Coroutine]
    private void Any(Event one, Event other, Yield<Event> wait)
    {
        var any = one | other | _simulator.Timeout(5);
        wait(any);
        Log($"{any.Has(one)} {any.Has(other)}");
    }

    [Fact]
    public void What_is_at_one_time_happens_in_the_order_in_which_it_was_scheduled()
    {
        _simulator.Start(Tick("a", 2, 3));
        _simulator.Start(Tick("b", 3, 2));
        _simulator.Run();
        Assert.Equal("2 a, 3 b, 4 a, 6 b, 6 a", Told);
    }

    [Fact]
    public void A_run_ends_before_what_happens_then()
    {
        _simulator.Start(Tick("a", 2, 3));
        _simulator.Run(until: 4);
        Assert.Equal("2 a", Told);
        Assert.Equal(4, _simulator.Now);
        _simulator.Run();
        Assert.Equal("2 a, 4 a, 6 a", Told);
    }

    [Fact]
    public void Processes_have_results_and_are_waited_for()
    {
        _simulator.Start(Sum());
        _simulator.Run();
        Assert.Equal("7 10, 7 again", Told);
    }

    [Fact]
    public void An_interrupt_comes_where_the_process_waits()
    {
        var sleeper = _simulator.Start(Sleeper());
        _simulator.Start(Waker(sleeper, 4));
        _simulator.Run();
        Assert.Equal("5 woken by noise, 15 slept", Told);
        Assert.Throws<InvalidOperationException>(() => sleeper.Interrupt());
    }

    [Fact]
    public void Two_interrupts_at_a_time_come_one_after_the_other()
    {
        var sleeper = _simulator.Start(Sleeper());
        _simulator.Start(Waker(sleeper, 4));
        _simulator.Start(Waker(sleeper, 4));
        var error = Assert.Throws<Interrupt>(_simulator.Run);
        Assert.Equal("noise", error.Cause);
        Assert.False(sleeper.IsAlive);
    }

    [Fact]
    public void An_error_is_thrown_into_who_waits_for_it()
    {
        _simulator.Start(Waiter(_simulator.Start(Fails())));
        _simulator.Run();
        Assert.Equal("1 failed", Told);
    }

    [Fact]
    public void An_error_that_nobody_waits_for_ends_the_run()
    {
        _simulator.Start(Fails());
        Assert.Equal("failed", Assert.Throws<FormatException>(_simulator.Run).Message);
    }

    [Fact]
    public void A_condition_fails_with_its_first_part()
    {
        _simulator.Start(Waiter(_simulator.Start(Fails()) & _simulator.Timeout(9)));
        _simulator.Run();
        Assert.Equal("1 failed", Told);
    }

    [Fact]
    public void A_condition_knows_what_had_happened()
    {
        var one = _simulator.Event();
        var other = _simulator.Event();
        _simulator.Start(Any(one, other));
        other.Succeed();
        _simulator.Run();
        Assert.Equal("0 False True", Told);
        Assert.Throws<InvalidOperationException>(other.Succeed);
    }

    [Fact]
    public void All_of_nothing_has_happened()
    {
        _simulator.Start(Waiter(_simulator.AllOf()));
        _simulator.Start(Waiter(_simulator.AnyOf()));
        _simulator.Run();
        Assert.Equal("0 happened, 0 happened", Told);
    }

    [Fact]
    public void What_never_happens_is_said()
        => Assert.Throws<InvalidOperationException>(() => _simulator.Run(until: _simulator.Event()));

    [Fact]
    public void Time_does_not_go_back()
    {
        _simulator.Run(until: 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulator.Run(until: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulator.Timeout(-1));
    }

    private string Told => string.Join(", ", _log);

    private void Log(string text) => _log.Add($"{_simulator.Now} {text}");
}
