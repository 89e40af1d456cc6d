namespace CoroutineGen.Fuzz.Mutants;

/// <summary>The fuzzer's own test: each defect must be found, by running the very programs that find nothing otherwise.</summary>
internal static class MutantRun
{
    /// <returns>How many mutants survive.</returns>
    public static int Run(Options options, string repository, TextWriter output)
    {
        if (options.MutantsInto is { } into)
            return Write(into, Path.Combine(repository, "src", "CoroutineGen"), output);
        var search = new MutantSearch(options, Path.Combine(repository, "src"));
        search.CheckWithoutDefect();
        int survivors = 0;
        var mutants = (options.Saves ? AllMutants.InSaves : options.Async ? AllMutants.InWaiting : AllMutants.InGeneratedCode.Concat(AllMutants.InTheRuntime).Concat(AllMutants.InTheGenerator))
            .Where(m => $"{m.Name} {m.File} {m.Place}".Contains(options.OnlyMutants, StringComparison.Ordinal)).Skip(options.SkippedMutants).ToArray();
        foreach (var mutant in mutants)
        {
            var (found, broken) = search.Find(mutant, options.Programs);
            if (found == 0)
                survivors++;
            output.WriteLine($"{(found == 0 ? "SURVIVES      " : $"found at {found,5}")}  {mutant.Name}{(broken == 0 ? "" : $" ({broken} did not compile)")}");
        }
        output.WriteLine($"{mutants.Length - survivors} of {mutants.Length} mutants found.");
        return survivors;
    }

    private static int Write(string into, string sources, TextWriter output)
    {
        foreach (var mutant in AllMutants.ForTests)
        {
            string folder = Directory.CreateDirectory(Path.Combine(into, mutant.Name.Replace(':', ' '))).FullName;
            MutatedRuntime.Write(mutant, sources, folder);
            output.WriteLine(folder);
        }
        return 0;
    }
}
