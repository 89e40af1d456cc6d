namespace CoroutineGen.Benchmarks.Harness;

/// <summary>What a race gave in one process.</summary>
sealed record RaceRun(string Title, string Unit, string BytesPer, string? Counted, ContenderRun[] Contenders);

/// <summary>What a contender did in one process.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Ours">Whether it is a generated coroutine.</param>
/// <param name="Nanoseconds">The time of an operation in each round.</param>
/// <param name="Bytes">The bytes that it allocated; not a number where they are not known.</param>
/// <param name="Count">What the race counts.</param>
/// <param name="Bars">What it has to reach.</param>
sealed record ContenderRun(string Name, bool Ours, double[] Nanoseconds, double Bytes, long? Count, Bar[] Bars);
