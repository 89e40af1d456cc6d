using CoroutineGen.Fuzz.Mutants;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz;

/// <summary>
/// The slice of the fuzzer that every build runs: fixed seeds, and fresh ones that it prints. `dotnet test` takes half of the programs and the
/// first mutant of each kind; .ci/run, with COROUTINEGEN_TORTURE=1, all that are named here. By hand it runs for as long as one likes.
/// </summary>
public abstract class FuzzTest(ITestOutputHelper output)
{
    private protected static Options Slice { get; } = new() { Operations = 30, Findings = 1, Budget = TimeSpan.FromSeconds(25) };

    private static bool IsWhole { get; } = Environment.GetEnvironmentVariable("COROUTINEGEN_TORTURE") == "1";

    private protected static int Fresh() => Random.Shared.Next(1_000_000, 1_000_000_000);

    private protected void Run(Options whole)
    {
        var options = IsWhole ? whole : whole with
        {
            Programs = whole.Programs / 2,
            PythonPrograms = whole.PythonPrograms / 2,
            AsyncPythonPrograms = whole.AsyncPythonPrograms / 2,
        };
        using var text = new StringWriter();
        string repeat = $"--seed {options.Seed} --programs {options.Programs} --python {options.PythonPrograms} --ops {options.Operations}"
            + (options.AsyncPythonPrograms > 0 ? $" --async-python {options.AsyncPythonPrograms}" : "")
            + (options.Forks ? " --forks" : "") + (options.Saves ? " --saves" : "") + (options.Async ? " --async" : "");
        output.WriteLine(repeat);
        int failed = FuzzRun.Run(options, text);
        output.WriteLine(text.ToString());
        Assert.True(failed == 0, $"{repeat}\n{text}");
    }

    /// <summary>A fuzzer that compares nothing any more must not stay green.</summary>
    private protected void Find(IEnumerable<Mutant> mutants, MutantSearch search, int most)
    {
        var taken = mutants.Take(IsWhole ? int.MaxValue : 1).ToArray();
        Assert.NotEmpty(taken);
        foreach (var mutant in taken)
        {
            var (found, _) = search.Find(mutant, most);
            output.WriteLine($"{mutant.Name}: found at {found}");
            Assert.True(found > 0, mutant.Name);
        }
    }
}
