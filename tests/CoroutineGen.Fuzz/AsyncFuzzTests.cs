using CoroutineGen.Fuzz.Mutants;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz;

/// <summary>Asynchronous ones, however their awaits go.</summary>
public sealed class AsyncFuzzTests(ITestOutputHelper output) : FuzzTest(output)
{
    [Fact]
    public void AsynchronousCoroutinesBehaveAsThoseOfPython()
        => Run(Slice with { Seed = 1, Programs = 0, AsyncPythonPrograms = 120 });

    /// <summary>Asynchronous ones, however their awaits go; and a few mutants that are found by them alone.</summary>
    [Fact]
    public void AsynchronousCoroutinesBehaveAsTheMethodsTheyAreMadeOf()
    {
        Run(Slice with { Seed = 1, Programs = 90, Async = true });
        Run(Slice with { Seed = Fresh(), Programs = 60, Async = true });
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 20, Async = true }, sources: null);
        Find(AllMutants.InWaiting.Where(m => m.Place == MutantPlace.GeneratedCode), search, most: 240);
    }
}
