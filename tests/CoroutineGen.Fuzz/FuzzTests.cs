using CoroutineGen.Fuzz.Mutants;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz;

/// <summary>The slice of the fuzzer that every build runs: fixed seeds, and fresh ones that it prints. By hand it runs for as long as one likes.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Options Slice = new() { Operations = 30, Findings = 1, Budget = TimeSpan.FromSeconds(25) };

    [Fact]
    public void GeneratedCoroutinesBehaveAsTheMethodsTheyAreMadeOf()
        => Run(Slice with { Seed = 1, Programs = 240 });

    [Fact]
    public void GeneratedCoroutinesBehaveAsThoseOfPython()
        => Run(Slice with { Seed = 1, Programs = 0, PythonPrograms = 240 });

    [Fact]
    public void AsynchronousCoroutinesBehaveAsThoseOfPython()
        => Run(Slice with { Seed = 1, Programs = 0, AsyncPythonPrograms = 120 });

    [Fact]
    public void FreshSeeds()
        => Run(Slice with { Seed = Random.Shared.Next(1_000_000, 1_000_000_000), Programs = 120, PythonPrograms = 60 });

    /// <summary>Asynchronous ones, however their awaits go; and a few mutants that are found by them alone.</summary>
    [Fact]
    public void AsynchronousCoroutinesBehaveAsTheMethodsTheyAreMadeOf()
    {
        Run(Slice with { Seed = 1, Programs = 90, Async = true });
        Run(Slice with { Seed = Random.Shared.Next(1_000_000, 1_000_000_000), Programs = 60, Async = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 60, Async = true }, sources: null);
        foreach (var mutant in AllMutants.InWaiting.Where(m => m.Place == MutantPlace.GeneratedCode))
        {
            var (found, _) = search.Find(mutant, most: 240);
            output.WriteLine($"{mutant.Name}: found at {found}");
            Assert.True(found > 0, mutant.Name);
        }
    }

    /// <summary>A few mutants of generated code: so that a fuzzer which compares nothing any more does not stay green.</summary>
    [Fact]
    public void DefectsAreFound()
    {
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 20 }, sources: null);
        search.CheckWithoutDefect();
        foreach (string name in new[] { "finally runs on suspend", "what was sent is lost", "handlers at a point are forgotten" })
        {
            var (found, _) = search.Find(AllMutants.InGeneratedCode.Single(m => m.Name == name), most: 240);
            output.WriteLine($"{name}: found at {found}");
            Assert.True(found > 0, name);
        }
    }

    /// <summary>Each step is done with a fork, and a fork that forgets something is found.</summary>
    [Fact]
    public void ForksGoOnAsTheOriginalsWould()
    {
        Run(Slice with { Seed = 1, Programs = 120, Forks = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 60, Forks = true }, sources: null);
        foreach (var mutant in AllMutants.InForks)
        {
            var (found, _) = search.Find(mutant, most: 480);
            output.WriteLine($"{mutant.Name}: found at {found}");
            Assert.True(found > 0, mutant.Name);
        }
    }

    /// <summary>Each step is done with what is restored, and what loses something on the way is found.</summary>
    [Fact]
    public void WhatIsRestoredGoesOnAsTheOriginalWould()
    {
        Run(Slice with { Seed = 1, Programs = 60, Saves = true });
        Run(Slice with { Seed = Random.Shared.Next(1_000_000, 1_000_000_000), Programs = 30, Saves = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 60, Saves = true }, sources: null);
        foreach (string name in new[] { "a variable gets a default where it is restored", "a loop over an array has taken one more", "what the body holds is not known" })
        {
            var (found, _) = search.Find(AllMutants.InSaves.Single(m => m.Name == name), most: 480);
            output.WriteLine($"{name}: found at {found}");
            Assert.True(found > 0, name);
        }
    }

    /// <summary>A change of the sources must not leave a mutant without the place that it changes.</summary>
    [Fact]
    public void EveryMutantOfTheSourcesHasAPlace()
    {
        Assert.All(AllMutants.InTheRuntime, m => HasAPlace(m, "CoroutineGen"));
        Assert.All(AllMutants.InTheGenerator, m => HasAPlace(m, "CoroutineGen.Generator"));
        Assert.All(AllMutants.InWaiting.Where(m => m.Place == MutantPlace.Runtime).Concat(AllMutants.ForTests), m => HasAPlace(m, "CoroutineGen"));
        Assert.All(AllMutants.InWaiting.Where(m => m.Place == MutantPlace.Generator), m => HasAPlace(m, "CoroutineGen.Generator"));
        Assert.All(AllMutants.InSaves.Where(m => m.Place is MutantPlace.Runtime or MutantPlace.Json), m => HasAPlace(m, MutatedRuntime.ProjectOf(m)));
        Assert.All(AllMutants.InSaves.Where(m => m.Place == MutantPlace.Generator), m => HasAPlace(m, "CoroutineGen.Generator"));

        void HasAPlace(Mutant mutant, string project)
        {
            string path = Assert.Single(
                MutatedSources.In(Path.Combine(Repository.Root, "src", project)), p => MutatedSources.IsIn(p, mutant));
            string text = File.ReadAllText(path);
            Assert.NotEqual(text, mutant.Apply(text));
        }
    }

    private void Run(Options options)
    {
        using var text = new StringWriter();
        string repeat = $"--seed {options.Seed} --programs {options.Programs} --python {options.PythonPrograms} --ops {options.Operations}"
            + (options.AsyncPythonPrograms > 0 ? $" --async-python {options.AsyncPythonPrograms}" : "") + (options.Forks ? " --forks" : "") + (options.Saves ? " --saves" : "") + (options.Async ? " --async" : "");
        output.WriteLine(repeat);
        int failed = FuzzRun.Run(options, text);
        output.WriteLine(text.ToString());
        Assert.True(failed == 0, $"{repeat}\n{text}");
    }
}
