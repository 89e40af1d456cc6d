using CoroutineGen;
using Simulation.Chance;
using Simulation.Charts;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>A gas station with two pumps and one tank below them: a container, and who looks after it.</summary>
sealed partial class GasStation(TextWriter output, Chart chart) : IExample
{
    public const string Title = "Gas station: waiting, refuelling, and liters in the tank";

    private const int TankSize = 50;
    private const int LitersPerSecond = 2;
    private const double Threshold = 10;

    private readonly PythonRandom _random = new(42);
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Gas Station refuelling");
        var pumps = new Resource(_simulator, capacity: 2);
        var fuel = new Container(_simulator, capacity: 200, level: 200);
        _simulator.Start(Control(fuel));
        _simulator.Start(Cars(pumps, fuel));
        _simulator.Run(until: 1000);
        chart.Level(_simulator.Now, fuel.Level);
    }

    [Coroutine]
    private void Cars(Resource pumps, Container fuel, Yield<Event> wait)
    {
        for (int i = 0; ; i++)
        {
            wait(_simulator.Timeout(_random.RandInt(30, 300)));
            _simulator.Start(Car($"Car {i}", pumps, fuel));
        }
    }

    [Coroutine]
    private void Car(string name, Resource pumps, Container fuel, Yield<Event> wait)
    {
        double liters = TankSize - _random.RandInt(5, 25);
        double arrival = _simulator.Now;
        output.WriteLine($"{name} arriving at gas station at {arrival:F1}");
        using var pump = pumps.Request();
        wait(pump);
        wait(fuel.Get(liters));
        double start = _simulator.Now;
        chart.Level(start, fuel.Level);
        wait(_simulator.Timeout(liters / LitersPerSecond));
        chart.Span(name, arrival, start, _simulator.Now);
        output.WriteLine($"{name} finished refueling in {_simulator.Now - arrival:F1} seconds.");
    }

    [Coroutine]
    private void Control(Container fuel, Yield<Event> wait)
    {
        while (true)
        {
            chart.Level(_simulator.Now, fuel.Level);
            if (fuel.Level / fuel.Capacity * 100 < Threshold)
            {
                output.WriteLine($"Calling tank truck at {_simulator.Now:F0}");
                wait(_simulator.Start(TankTruck(fuel)));
            }
            wait(_simulator.Timeout(10));
        }
    }

    [Coroutine]
    private void TankTruck(Container fuel, Yield<Event> wait)
    {
        wait(_simulator.Timeout(300));
        output.WriteLine($"Tank truck arriving at time {_simulator.Now:F0}");
        double amount = fuel.Capacity - fuel.Level;
        output.WriteLine($"Tank truck refuelling {amount:F1} liters.");
        wait(fuel.Put(amount));
        chart.Level(_simulator.Now, fuel.Level);
    }
}
