using CoroutineGen;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>A cable on which messages take their time: a store, and a process for each message.</summary>
sealed partial class Latency(TextWriter output) : IExample
{
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Event Latency");
        var cable = new Store<string>(_simulator);
        _simulator.Start(Sender(cable));
        _simulator.Start(Receiver(cable));
        _simulator.Run(until: 100);
    }

    [Coroutine]
    private void Sender(Store<string> cable, Yield<Event> wait)
    {
        while (true)
        {
            wait(_simulator.Timeout(5));
            _simulator.Start(Travel(cable, $"Sender sent this at {_simulator.Now:F0}"));
        }
    }

    [Coroutine]
    private void Travel(Store<string> cable, string message, Yield<Event> wait)
    {
        wait(_simulator.Timeout(10));
        cable.Put(message);
    }

    [Coroutine]
    private void Receiver(Store<string> cable, Yield<Event> wait)
    {
        while (true)
        {
            var message = cable.Get();
            wait(message);
            output.WriteLine($"Received this at {_simulator.Now:F0} while {message.Value}");
        }
    }
}
