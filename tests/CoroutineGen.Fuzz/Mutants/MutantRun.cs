using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>The fuzzer's own test: each defect must be found, by running the very programs that find nothing otherwise.</summary>
internal static class MutantRun
{
    private const int BatchSize = 60;

    /// <returns>How many mutants survive.</returns>
    public static int Run(Options options, string repository, TextWriter output)
    {
        var compiler = new BatchCompiler();
        var generated = new List<(FuzzProgram[] Programs, GeneratedBatch Batch)>();
        string runtime = Path.Combine(repository, "src", "CoroutineGen");
        // What has no defect must not be found, or finding means nothing.
        if (Search(new("no defect", "", "", ""), BatchSize).Found != 0)
            throw new InvalidOperationException("Programs fail without any defect.");
        int survivors = 0;
        var mutants = AllMutants.InGeneratedCode.Concat(AllMutants.InTheRuntime)
            .Where(m => m.Name.Contains(options.OnlyMutants, StringComparison.Ordinal)).ToArray();
        foreach (var mutant in mutants)
        {
            var (found, broken) = Search(mutant, options.Programs);
            if (found == 0)
                survivors++;
            output.WriteLine($"{(found == 0 ? "SURVIVES      " : $"found at {found,5}")}  {mutant.Name}{(broken == 0 ? "" : $" ({broken} did not compile)")}");
        }
        output.WriteLine($"{mutants.Length - survivors} of {mutants.Length} mutants found.");
        return survivors;

        // The number of the first program that finds it.
        (int Found, int Broken) Search(Mutant mutant, int most)
        {
            using var mutated = mutant.File is null ? null : new MutatedRuntime(mutant, runtime);
            using var child = mutated is null ? new Child() : new Child(mutated.Assembly);
            int broken = 0;
            for (int number = 0; number * BatchSize < most; number++)
            {
                if (number == generated.Count)
                {
                    var programs = Enumerable.Range(options.Seed + (number * BatchSize), BatchSize).Select(ProgramWriter.Write).ToArray();
                    generated.Add((programs, compiler.Generate(programs)));
                }
                var (candidates, batch) = generated[number];
                var compiled = batch.Compile(mutant.File is null ? mutant.Apply : null);
                child.Run(compiled, candidates, options.Operations, untilFound: true);
                broken += compiled.Outcomes.Count(o => o is { Verdict: Verdict.BadCode });
                int found = Array.FindIndex(compiled.Outcomes, o => o is { Verdict: Verdict.Different or Verdict.Hang or Verdict.Crash });
                if (found >= 0)
                    return ((number * BatchSize) + found + 1, broken);
            }
            return (0, broken);
        }
    }
}
