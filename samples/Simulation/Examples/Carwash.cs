using CoroutineGen;
using Simulation.Chance;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>A carwash with two machines: a process that waits for another one.</summary>
sealed partial class Carwash(TextWriter output) : IExample
{
    private const int WashTime = 5;

    private readonly PythonRandom _random = new(42);
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Carwash");
        output.WriteLine("Check out http://youtu.be/fXXmeP9TvBg while simulating ... ;-)");
        _simulator.Start(SetUp(new Resource(_simulator, capacity: 2), 7));
        _simulator.Run(until: 20);
    }

    [Coroutine]
    private void SetUp(Resource machines, int interval, Yield<Event> wait)
    {
        int i = 0;
        for (; i < 4; i++)
            _simulator.Start(Car($"Car {i}", machines));
        for (; ; i++)
        {
            wait(_simulator.Timeout(_random.RandInt(interval - 2, interval + 2)));
            _simulator.Start(Car($"Car {i}", machines));
        }
    }

    [Coroutine]
    private void Car(string name, Resource machines, Yield<Event> wait)
    {
        output.WriteLine($"{name} arrives at the carwash at {_simulator.Now:F2}.");
        using var request = machines.Request();
        wait(request);
        output.WriteLine($"{name} enters the carwash at {_simulator.Now:F2}.");
        wait(_simulator.Start(Wash(name)));
        output.WriteLine($"{name} leaves the carwash at {_simulator.Now:F2}.");
    }

    [Coroutine]
    private void Wash(string car, Yield<Event> wait)
    {
        wait(_simulator.Timeout(WashTime));
        output.WriteLine($"Carwash removed {_random.RandInt(50, 99)}% of {car}'s dirt.");
    }
}
