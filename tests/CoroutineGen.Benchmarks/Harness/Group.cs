namespace CoroutineGen.Benchmarks.Harness;

/// <summary>Races that share a page.</summary>
/// <param name="Name">The word on the command line, and the name of the files.</param>
/// <param name="Title">The heading.</param>
/// <param name="About">What is measured, for the page.</param>
/// <param name="Races">The races. Enumerated only in the process that runs them, one at a time, so that each finds an empty heap.</param>
sealed record Group(string Name, string Title, string About, Func<IEnumerable<Race>> Races)
{
    /// <summary>Smaller ones for a quick run, where even a single round of the races takes long.</summary>
    public Func<IEnumerable<Race>>? QuickRaces { get; init; }

    /// <summary>Whether it is run without tiered PGO as well.</summary>
    public bool WithoutPgo { get; init; }

    /// <summary>So many processes where the same code takes half as long again in one as in another: enough that their mean stands.</summary>
    public const int WideSpread = 15;

    /// <summary>Whether its ratios are checked with every change: they say most for the least time, and are well below their bars.</summary>
    public bool IsChecked { get; init; }

    /// <summary>In how many processes each race is run.</summary>
    public int Processes { get; init; } = 7;
}
