using CoroutineGen;
using Simulation.Chance;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>Processes that send messages to one or to many: stores as pipes.</summary>
sealed partial class ProcessCommunication(TextWriter output) : IExample
{
    private readonly PythonRandom _random = new(42);
    private Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Process communication");

        var pipe = new Store<Message>(_simulator);
        _simulator.Start(Generator("Generator A", [pipe]));
        _simulator.Start(Consumer("Consumer A", pipe));
        output.WriteLine("\nOne-to-one pipe communication\n");
        _simulator.Run(until: 100);

        _simulator = new Simulator();
        Store<Message>[] pipes = [new(_simulator), new(_simulator)];
        _simulator.Start(Generator("Generator A", pipes));
        _simulator.Start(Consumer("Consumer A", pipes[0]));
        _simulator.Start(Consumer("Consumer B", pipes[1]));
        output.WriteLine("\nOne-to-many pipe communication\n");
        _simulator.Run(until: 100);
    }

    [Coroutine]
    private void Generator(string name, Store<Message>[] pipes, Yield<Event> wait)
    {
        while (true)
        {
            wait(_simulator.Timeout(_random.RandInt(6, 10)));
            var message = new Message(_simulator.Now, $"{name} says hello at {_simulator.Now:F0}");
            foreach (var pipe in pipes)
                pipe.Put(message);
        }
    }

    [Coroutine]
    private void Consumer(string name, Store<Message> pipe, Yield<Event> wait)
    {
        while (true)
        {
            var message = pipe.Get();
            wait(message);
            var (sent, text) = message.Value;
            output.WriteLine(sent < _simulator.Now
                ? $"LATE Getting Message: at time {_simulator.Now:F0}: {name} received message: {text}"
                : $"at time {_simulator.Now:F0}: {name} received message: {text}.");
            wait(_simulator.Timeout(_random.RandInt(4, 8)));
        }
    }

    private sealed record Message(double Sent, string Text);
}
