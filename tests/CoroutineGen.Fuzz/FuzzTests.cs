using CoroutineGen.Fuzz.Mutants;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz;

/// <summary>Plain coroutines, against the methods that they are made of, and against those of Python.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : FuzzTest(output)
{
    [Fact]
    public void GeneratedCoroutinesBehaveAsTheMethodsTheyAreMadeOf()
        => Run(Slice with { Seed = 1, Programs = 240 });

    [Fact]
    public void GeneratedCoroutinesBehaveAsThoseOfPython()
        => Run(Slice with { Seed = 1, Programs = 0, PythonPrograms = 240 });

    [Fact]
    public void FreshSeeds()
        => Run(Slice with { Seed = Fresh(), Programs = 120, PythonPrograms = 60 });

    /// <summary>A few mutants of generated code: so that a fuzzer which compares nothing any more does not stay green.</summary>
    [Fact]
    public void DefectsAreFound()
    {
        var search = new MutantSearch(Slice with { Seed = 1, BatchSize = 20 }, sources: null);
        search.CheckWithoutDefect();
        string[] names = ["finally runs on suspend", "what was sent is lost", "handlers at a point are forgotten"];
        Find(names.Select(name => AllMutants.InGeneratedCode.Single(m => m.Name == name)), search, most: 240);
    }
}
