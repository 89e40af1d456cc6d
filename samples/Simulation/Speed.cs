using System.Diagnostics;
using CoroutineGen;
using Simulation.Kernel;

namespace Simulation;

/// <summary>How many events a second: processes that do nothing but wait for the clock.</summary>
static partial class Speed
{
    private const int Processes = 100;
    private const int Waits = 10_000;

    public static void Measure(TextWriter output)
    {
        Run();
        var watch = Stopwatch.StartNew();
        Run();
        output.WriteLine($"{Processes * Waits / watch.Elapsed.TotalSeconds:N0} timeouts a second, of {Processes} processes");
    }

    private static void Run()
    {
        var simulator = new Simulator();
        for (int n = 0; n < Processes; n++)
            simulator.Start(Ticking(simulator, 1 + n % 7));
        simulator.Run();
    }

    [Coroutine]
    private static void Ticking(Simulator simulator, double interval, Yield<Event> wait)
    {
        for (int n = 0; n < Waits; n++)
            wait(simulator.Timeout(interval));
    }
}
