using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>Looks for the program that finds a defect. All mutants are tried on the same programs, which are generated once.</summary>
/// <param name="options">Where the seeds begin, and what is run.</param>
/// <param name="runtime">The sources of the runtime, for mutants of it; null where there are only mutants of generated code.</param>
internal sealed class MutantSearch(Options options, string? runtime)
{
    private readonly BatchCompiler _compiler = new();
    private readonly List<(FuzzProgram[] Programs, GeneratedBatch Batch)> _generated = [];

    /// <returns>The number of the first program that finds it, 0 for none; and how many programs no longer compile.</returns>
    public (int Found, int Broken) Find(Mutant mutant, int most)
    {
        using var mutated = mutant.File is null ? null : new MutatedRuntime(mutant, runtime!);
        using var child = mutated is null ? new Child() : new Child(mutated.Assembly);
        int broken = 0;
        for (int number = 0; number * options.BatchSize < most; number++)
        {
            if (number == _generated.Count)
            {
                var programs = Enumerable.Range(options.Seed + (number * options.BatchSize), options.BatchSize).Select(ProgramWriter.Write).ToArray();
                _generated.Add((programs, _compiler.Generate(programs)));
            }
            var (candidates, batch) = _generated[number];
            var compiled = batch.Compile(mutant.File is null ? mutant.Apply : null);
            child.Run(compiled, candidates, options.Operations, untilFound: true);
            broken += compiled.Outcomes.Count(o => o is { Verdict: Verdict.BadCode });
            int found = Array.FindIndex(compiled.Outcomes, o => o is { Verdict: Verdict.Different or Verdict.Hang or Verdict.Crash });
            if (found >= 0)
                return ((number * options.BatchSize) + found + 1, broken);
        }
        return (0, broken);
    }

    /// <summary>What has no defect must not be found, or finding means nothing.</summary>
    public void CheckWithoutDefect()
    {
        if (Find(runtime is null ? new("no defect", null, "$^", "") : new("no defect", "", "", ""), options.BatchSize).Found != 0)
            throw new InvalidOperationException("Programs fail without any defect.");
    }
}
