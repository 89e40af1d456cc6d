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
        int survivors = 0;
        var mutants = AllMutants.InGeneratedCode.Concat(AllMutants.InTheRuntime).ToArray();
        foreach (var mutant in mutants)
        {
            using var runtime = mutant.File is null ? null : new MutatedRuntime(mutant, Path.Combine(repository, "src", "CoroutineGen"));
            using var child = runtime is null ? new Child() : new Child(runtime.Assembly);
            int found = 0, done = 0, broken = 0;
            for (int number = 0; found == 0 && done < options.Programs; number++, done += BatchSize)
            {
                if (number == generated.Count)
                {
                    var programs = Enumerable.Range(options.Seed + done, BatchSize).Select(ProgramWriter.Write).ToArray();
                    generated.Add((programs, compiler.Generate(programs)));
                }
                var (candidates, batch) = generated[number];
                var compiled = batch.Compile(mutant.File is null ? mutant.Apply : null);
                child.Run(compiled, candidates, options.Operations, untilFound: true);
                found = Array.FindIndex(compiled.Outcomes, o => o is { Verdict: Verdict.Different or Verdict.Hang or Verdict.Crash }) + 1;
                broken += compiled.Outcomes.Count(o => o is { Verdict: Verdict.BadCode });
            }
            if (found == 0)
                survivors++;
            output.WriteLine($"{(found == 0 ? $"SURVIVES {done,5}" : $"found at {done - BatchSize + found,5}")}  {mutant.Name}{(broken == 0 ? "" : $" ({broken} did not compile)")}");
        }
        output.WriteLine($"{mutants.Length - survivors} of {mutants.Length} mutants found.");
        return survivors;
    }
}
