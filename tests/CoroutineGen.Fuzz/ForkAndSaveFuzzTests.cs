using CoroutineGen.Fuzz.Mutants;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz;

/// <summary>Those that are forked, or saved and restored, at each step.</summary>
public sealed class ForkAndSaveFuzzTests(ITestOutputHelper output) : FuzzTest(output)
{
    /// <summary>Each step is done with a fork, and a fork that forgets something is found.</summary>
    [Fact]
    public void ForksGoOnAsTheOriginalsWould()
    {
        Run(Slice with { Seed = 1, Programs = 80, Forks = true });
        Run(Slice with { Seed = Fresh(), Programs = 40, Forks = true, Saves = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 20, Forks = true }, sources: null);
        Find(AllMutants.InForks, search, most: 480);
    }

    /// <summary>Each step is done with what is restored, and what loses something on the way is found.</summary>
    [Fact]
    public void WhatIsRestoredGoesOnAsTheOriginalWould()
    {
        Run(Slice with { Seed = 1, Programs = 60, Saves = true });
        Run(Slice with { Seed = Fresh(), Programs = 30, Saves = true });
        Run(Slice with { Seed = Fresh(), Programs = 30, Saves = true, Async = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 20, Saves = true }, sources: null);
        string[] names = ["a variable gets a default where it is restored", "a loop over an array has taken one more", "what the body holds is not known"];
        Find(names.Select(name => AllMutants.InSaves.Single(m => m.Name == name)), search, most: 480);
    }
}
