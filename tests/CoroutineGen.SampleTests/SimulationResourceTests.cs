using Simulation.Kernel;
using Simulation.Resources;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>What processes of the simulation share.</summary>
public sealed partial class SimulationResourceTests
{
    private readonly Simulator _simulator = new();
    private readonly List<string> _log = [];

    [Coroutine]
    private void Use(Resource resource, string name, double from, int priority, bool preempts, Yield<Event> wait)
    {
        wait(_simulator.Timeout(from));
        try
        {
            using var request = resource.Request(priority, preempts);
            wait(request);
            Log($"{name} in");
            wait(_simulator.Timeout(4));
            Log($"{name} out");
        }
        catch (Interrupt interrupt)
        {
            Log($"{name} driven away since {((Preempted)interrupt.Cause!).Since}");
        }
    }

    [Coroutine]
    private void Impatient(Resource resource, Yield<Event> wait)
    {
        wait(_simulator.Timeout(1));
        using (var request = resource.Request())
            wait(request | _simulator.Timeout(2));
        Log($"{resource.Puts.Count} wait");
    }

    [Coroutine]
    private void Pour(Container tank, double amount, bool into, Yield<Event> wait)
    {
        if (into)
            wait(tank.Put(amount));
        else
            wait(tank.Get(amount));
        Log($"{(into ? "+" : "-")}{amount}: {tank.Level}");
    }

    [Coroutine]
    private void Take<T>(Store<T> store, Predicate<T>? fits, Yield<Event> wait)
    {
        var item = fits is null ? store.Get() : ((FilterStore<T>)store).Get(fits);
        wait(item);
        Log($"got {item.Value}");
    }

    [Coroutine]
    private void Give<T>(Store<T> store, T[] items, Yield<Event> wait)
    {
        foreach (var item in items)
        {
            wait(store.Put(item));
            Log($"gave {item}");
        }
    }

    [Fact]
    public void Who_comes_first_is_served_first()
    {
        var resource = new Resource(_simulator);
        _simulator.Start(Use(resource, "a", 0, 3, true));
        _simulator.Start(Use(resource, "b", 1, 2, true));
        _simulator.Start(Use(resource, "c", 2, 1, true));
        _simulator.Run();
        Assert.Equal("0 a in, 4 a out, 4 b in, 8 b out, 8 c in, 12 c out", Told);
        Assert.Empty(resource.Users);
    }

    [Fact]
    public void Who_is_more_important_stands_further_ahead()
    {
        var resource = new PriorityResource(_simulator);
        _simulator.Start(Use(resource, "a", 0, 3, true));
        _simulator.Start(Use(resource, "b", 1, 2, true));
        _simulator.Start(Use(resource, "c", 2, 1, true));
        _simulator.Start(Use(resource, "d", 3, 1, true));
        _simulator.Run();
        Assert.Equal("0 a in, 4 a out, 4 c in, 8 c out, 8 d in, 12 d out, 12 b in, 16 b out", Told);
    }

    [Fact]
    public void Who_is_more_important_drives_others_away()
    {
        var resource = new PreemptiveResource(_simulator);
        _simulator.Start(Use(resource, "a", 0, 3, true));
        _simulator.Start(Use(resource, "b", 1, 2, false));
        _simulator.Start(Use(resource, "c", 2, 1, true));
        _simulator.Run();
        Assert.Equal("0 a in, 2 c in, 2 a driven away since 0, 6 c out, 6 b in, 10 b out".Split(", ").Order(), _log.Order());
        Assert.Empty(resource.Users);
    }

    [Fact]
    public void Who_does_not_wait_any_longer_leaves_the_queue()
    {
        var resource = new Resource(_simulator);
        _simulator.Start(Use(resource, "a", 0, 0, true));
        _simulator.Start(Impatient(resource));
        _simulator.Run();
        Assert.Equal("0 a in, 3 0 wait, 4 a out", Told);
    }

    [Fact]
    public void A_tank_waits_for_room_and_for_enough()
    {
        var tank = new Container(_simulator, capacity: 10, level: 5);
        _simulator.Start(Pour(tank, 6, into: true));
        _simulator.Start(Pour(tank, 4, into: true));
        _simulator.Run();
        // Six have no room, and the four stand behind them.
        Assert.Empty(_log);
        _simulator.Start(Pour(tank, 2, into: false));
        _simulator.Start(Pour(tank, 8, into: false));
        _simulator.Run();
        Assert.Equal(["0 +4: 5", "0 +6: 1", "0 -2: 9", "0 -8: 5"], _log.Order());
        Assert.Equal(5, tank.Level);
    }

    [Fact]
    public void A_store_gives_the_oldest_and_holds_so_many()
    {
        var store = new Store<int>(_simulator, capacity: 1);
        _simulator.Start(Give(store, [1, 2]));
        _simulator.Start(Take(store, null));
        _simulator.Run();
        Assert.Equal(["0 gave 1", "0 gave 2", "0 got 1"], _log.Order());
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void A_priority_store_gives_the_least()
    {
        var store = new PriorityStore<int>(_simulator);
        _simulator.Start(Give(store, [3, 1, 2]));
        _simulator.Run();
        for (int n = 0; n < 3; n++)
            _simulator.Start(Take(store, null));
        _simulator.Run();
        Assert.EndsWith("0 got 1, 0 got 2, 0 got 3", Told);
    }

    [Fact]
    public void A_filter_store_gives_what_fits()
    {
        var store = new FilterStore<int>(_simulator);
        _simulator.Start(Take(store, item => item > 5));
        _simulator.Start(Take(store, item => item < 5));
        _simulator.Start(Give(store, [3, 5]));
        _simulator.Run();
        Assert.Contains("0 got 3", _log);
        Assert.Single(store.Gets);
        Assert.Equal(1, store.Count);
    }

    private string Told => string.Join(", ", _log);

    private void Log(string text) => _log.Add($"{_simulator.Now} {text}");
}
