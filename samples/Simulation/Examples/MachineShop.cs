using CoroutineGen;
using Simulation.Chance;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>
/// Ten machines that break, and one repairman who has other things to do as well: interrupts, which come wherever a part is just being
/// made, and a resource from which who is more important drives others away.
/// </summary>
sealed partial class MachineShop(TextWriter output) : IExample
{
    private const int Weeks = 4;
    private const double RepairTime = 30;
    private const double JobDuration = 30;

    private readonly PythonRandom _random = new(42);
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Machine shop");
        var repairman = new PreemptiveResource(_simulator, capacity: 1);
        var machines = Enumerable.Range(0, 10).Select(i => new Machine($"Machine {i}")).ToList();
        foreach (var machine in machines)
        {
            var working = _simulator.Start(Working(machine, repairman));
            _simulator.Start(Breaking(machine, working));
        }
        _simulator.Start(OtherJobs(repairman));
        _simulator.Run(until: Weeks * 7 * 24 * 60);

        output.WriteLine($"Machine shop results after {Weeks} weeks");
        foreach (var machine in machines)
            output.WriteLine($"{machine.Name} made {machine.Parts} parts.");
    }

    [Coroutine]
    private void Working(Machine machine, Resource repairman, Yield<Event> wait)
    {
        for (; ; machine.Parts++)
        {
            double left = _random.NormalVariate(10, 2);
            while (left != 0)
            {
                double start = _simulator.Now;
                try
                {
                    wait(_simulator.Timeout(left));
                    left = 0;
                }
                catch (Interrupt)
                {
                    machine.IsBroken = true;
                    left -= _simulator.Now - start;
                    using (var request = repairman.Request(priority: 1))
                    {
                        wait(request);
                        wait(_simulator.Timeout(RepairTime));
                    }
                    machine.IsBroken = false;
                }
            }
        }
    }

    [Coroutine]
    private void Breaking(Machine machine, Process working, Yield<Event> wait)
    {
        while (true)
        {
            wait(_simulator.Timeout(_random.ExpoVariate(1 / 300.0)));
            if (!machine.IsBroken)
                working.Interrupt();
        }
    }

    [Coroutine]
    private void OtherJobs(Resource repairman, Yield<Event> wait)
    {
        while (true)
        {
            double left = JobDuration;
            while (left != 0)
            {
                using var request = repairman.Request(priority: 2);
                wait(request);
                double start = _simulator.Now;
                try
                {
                    wait(_simulator.Timeout(left));
                    left = 0;
                }
                catch (Interrupt)
                {
                    left -= _simulator.Now - start;
                }
            }
        }
    }

    private sealed class Machine(string name)
    {
        public string Name => name;

        public int Parts { get; set; }

        public bool IsBroken { get; set; }
    }
}
