using CoroutineGen;
using Simulation.Chance;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>A bank with one counter, and customers who do not wait for ever: a wait for one of two events.</summary>
sealed partial class BankRenege(TextWriter output) : IExample
{
    private readonly PythonRandom _random = new(42);
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Bank renege");
        var counter = new Resource(_simulator, capacity: 1);
        _simulator.Start(Source(5, 10.0, counter));
        _simulator.Run();
    }

    [Coroutine]
    private void Source(int number, double interval, Resource counter, Yield<Event> wait)
    {
        for (int i = 0; i < number; i++)
        {
            _simulator.Start(Customer($"Customer{i:00}", counter, 12.0));
            wait(_simulator.Timeout(_random.ExpoVariate(1.0 / interval)));
        }
    }

    [Coroutine]
    private void Customer(string name, Resource counter, double timeInBank, Yield<Event> wait)
    {
        double arrive = _simulator.Now;
        output.WriteLine($"{arrive,7:F4} {name}: Here I am");
        using var request = counter.Request();
        var patience = _simulator.Timeout(_random.Uniform(1, 3));
        var first = request | patience;
        wait(first);

        double waited = _simulator.Now - arrive;
        if (first.Has(request))
        {
            output.WriteLine($"{_simulator.Now,7:F4} {name}: Waited {waited,6:F3}");
            wait(_simulator.Timeout(_random.ExpoVariate(1.0 / timeInBank)));
            output.WriteLine($"{_simulator.Now,7:F4} {name}: Finished");
        }
        else
        {
            output.WriteLine($"{_simulator.Now,7:F4} {name}: RENEGED after {waited,6:F3}");
        }
    }
}
