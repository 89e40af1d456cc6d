using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Fuzz.Mutants;

public sealed class MutantTests
{
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
}
