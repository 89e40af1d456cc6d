namespace CoroutineGen.Benchmarks;

/// <summary>
/// Measures entries against each other in interleaved rounds, so that whatever slows the machine for a while slows them all. An entry's
/// figure is the median of its rounds, its ratio the median of its ratios to the first entry of the same round.
/// </summary>
sealed class Race(string title, int operations)
{
    const int WarmUps = 20, Rounds = 31;

    readonly List<(string Name, Func<long> Run)> entries = [];

    /// <param name="name">What stands in the table.</param>
    /// <param name="run">Does the operations once, and returns something that depends on all of them.</param>
    public void Add(string name, Func<long> run) => entries.Add((name, run));

    public void Run()
    {
        var times = new double[entries.Count][];
        var bytes = new long[entries.Count];
        for (int i = 0; i < entries.Count; i++)
        {
            times[i] = new double[Rounds];
            Warm(entries[i].Run);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < entries.Count; i++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                double start = ThreadClock.Nanoseconds;
                entries[i].Run();
                times[i][round] = (ThreadClock.Nanoseconds - start) / operations;
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }
        }

        Console.WriteLine($"| {title} | ns per value | ratio | bytes in all |");
        Console.WriteLine("|---|---:|---:|---:|");
        for (int i = 0; i < entries.Count; i++)
        {
            double ratio = Median(times[i].Zip(times[0], (mine, first) => mine / first));
            Console.WriteLine($"| {entries[i].Name} | {Median(times[i]):F2} | {ratio:F2} | {bytes[i]} |");
        }
        Console.WriteLine();
    }

    /// <summary>Tiered compilation works in the background, after a delay: give it calls, and time between them.</summary>
    static void Warm(Func<long> run)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            for (int call = 0; call < 4; call++)
                run();
            Thread.Sleep(50);
        }
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
