namespace CoroutineGen.Benchmarks.Harness;

/// <summary>What something took.</summary>
readonly record struct Sample(double Nanoseconds, double Bytes);

/// <summary>How a run is measured.</summary>
enum Meter
{
    /// <summary>CPU time and allocations of the calling thread, garbage collections among it.</summary>
    Thread,

    /// <summary>CPU time and allocations of the whole process: for a compiler, which may use several threads.</summary>
    Process,

    /// <summary>The time that passes, and the allocations of the whole process: for threads that wait for each other.</summary>
    Wall,
}

static class Metering
{
    public static Sample Measure(this Meter meter, Action work)
    {
        double bytes = Bytes(meter), time = Time(meter);
        work();
        time = Time(meter) - time;
        return new(time, Bytes(meter) - bytes);
    }

    static double Time(Meter meter) => meter switch
    {
        Meter.Thread => Clocks.Thread,
        Meter.Process => Clocks.Process,
        _ => Clocks.Wall,
    };

    static double Bytes(Meter meter) => meter == Meter.Thread
        ? GC.GetAllocatedBytesForCurrentThread()
        : GC.GetTotalAllocatedBytes(precise: true);
}
