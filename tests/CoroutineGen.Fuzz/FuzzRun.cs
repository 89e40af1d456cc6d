using CoroutineGen.Fuzz.Comparing;
using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Mutants;
using CoroutineGen.Fuzz.Python;
using CoroutineGen.Fuzz.Running;
using CoroutineGen.Fuzz.Shrinking;
using CoroutineGen.Fuzz.Systematic;

namespace CoroutineGen.Fuzz;

/// <summary>A run: batch after batch, each difference reported at once, a summary at the end.</summary>
internal static class FuzzRun
{
    public static int Run(Options options, TextWriter output)
    {
        if (options.Repository is { } repository)
            return MutantRun.Run(options, repository, output) == 0 ? 0 : 1;
        if (options.SystematicTypes > 0)
        {
            var outcomes = SystematicRun.Run(Plan.Combinations(options.SystematicTypes, options.SystematicEvery), output);
            output.Write(SystematicReport.Of(outcomes));
            if (options.Page is { } page)
                File.WriteAllText(page, SystematicReport.Page(outcomes, $"--systematic --types {options.SystematicTypes} --every {options.SystematicEvery}"));
            return outcomes.Any(o => o.IsFinding) ? 1 : 0;
        }
        if (options.WritesOnly)
        {
            output.WriteLine(ConstructsOf(options));
            return 0;
        }
        var compiler = new BatchCompiler();
        using var child = new Child(options.Optimizes);
        int findings = AgainstPushStyle(options, compiler, child, output) + AgainstPython(options, compiler, child, output)
            + AgainstAsyncPython(options, compiler, child, output);
        return findings == 0 ? 0 : 1;
    }

    /// <summary>Generated coroutines against the methods that they were made of.</summary>
    /// <returns>How many differences were found.</returns>
    public static int AgainstPushStyle(Options options, BatchCompiler compiler, Child child, TextWriter output)
    {
        var summary = new Summary("C# against itself");
        var constructs = new Constructs();
        foreach (int[] seeds in Batches(options, options.Programs, summary, output))
        {
            var programs = ProgramsOf(options, seeds);
            var batch = compiler.Compile(programs);
            child.Run(batch, programs, options.Operations);
            for (int i = 0; i < programs.Length; i++)
            {
                if (batch.Outcomes[i]!.Verdict is not (Verdict.Refused or Verdict.BadProgram))
                    constructs.Add(programs[i]);
                if (!summary.Add(programs[i].Seed, batch.Outcomes[i]!) || summary.Findings > options.Findings)
                    continue;
                var finding = options.Shrinks
                    ? new Shrinker(compiler, child, options.Operations).Shrink(programs[i], batch.Outcomes[i]!)
                    : new Finding(programs[i], batch.Outcomes[i]!, batch.GeneratedText(i));
                output.WriteLine(Report.Of(finding, $"--seed {programs[i].Seed} --programs 1 --ops {options.Operations}{Modes(options)}"));
            }
        }
        output.Write(summary);
        if (summary.Programs > 0)
            output.WriteLine(constructs);
        return summary.Findings;
    }

    /// <summary>In how many programs each construct stands, without running any.</summary>
    private static Constructs ConstructsOf(Options options)
    {
        var constructs = new Constructs();
        for (int i = 0; i < options.Programs; i++)
            constructs.Add(options switch
            {
                { Async: true, Saves: true } => ProgramWriter.WriteAsyncSaveable(options.Seed + i),
                { Async: true } => ProgramWriter.WriteAsync(options.Seed + i),
                { Saves: true } => ProgramWriter.WriteSaveable(options.Seed + i),
                _ => ProgramWriter.Write(options.Seed + i),
            });
        return constructs;
    }

    /// <summary>The programs of some seeds, in the form that is asked for; without those that have no such form.</summary>
    public static FuzzProgram[] ProgramsOf(Options options, IEnumerable<int> seeds) => options switch
    {
        { Async: true, Saves: true } => [.. seeds.Select(ProgramWriter.WriteAsyncSaveable).Where(p => p.CanAwait && p.CanFork)],
        { Async: true } => [.. seeds.Select(ProgramWriter.WriteAsync).Where(p => p.CanAwait)],
        { Forks: true, Saves: true } => [.. seeds.Select(ProgramWriter.WriteSaveable).Where(p => p.CanFork).Select(p => p.Forkable())],
        { Saves: true } => [.. seeds.Select(ProgramWriter.WriteSaveable).Where(p => p.CanFork)],
        { Forks: true } => [.. seeds.Select(ProgramWriter.Write).Where(p => p.CanFork).Select(p => p.Forkable())],
        _ => [.. seeds.Select(ProgramWriter.Write)],
    };

    private static string Modes(Options options) => (options.Forks ? " --forks" : "") + (options.Saves ? " --saves" : "") + (options.Async ? " --async" : "");

    /// <summary>Generated coroutines against Python's.</summary>
    /// <returns>How many differences were found.</returns>
    public static int AgainstPython(Options options, BatchCompiler compiler, Child child, TextWriter output)
        => AgainstPython(options, compiler, child, output, options.PythonPrograms, ProtocolGrammar.Write, "protocol.py", "--python");

    /// <summary>Asynchronous ones against Python's asynchronous generators, which are driven by hand.</summary>
    /// <returns>How many differences were found.</returns>
    public static int AgainstAsyncPython(Options options, BatchCompiler compiler, Child child, TextWriter output)
        => AgainstPython(options, compiler, child, output, options.AsyncPythonPrograms, ProtocolGrammar.WriteAsync, "async_protocol.py", "--async-python");

    private static int AgainstPython(
        Options options, BatchCompiler compiler, Child child, TextWriter output,
        int programCount, Func<int, ProtocolProgram> write, string script, string option)
    {
        if (programCount == 0)
            return 0;
        using var python = PythonProcess.TryStart(script);
        if (python is null)
        {
            output.WriteLine("There is no python3 on this machine: nothing is compared with CPython.");
            return 0;
        }
        var summary = new Summary($"C# against {python.Version}, {script}");
        var comparison = new ProtocolComparison(compiler, child, python, options.Operations);
        foreach (int[] seeds in Batches(options, programCount, summary, output))
        {
            var programs = seeds.Select(write).ToArray();
            var outcomes = comparison.Compare(programs);
            for (int i = 0; i < programs.Length; i++)
            {
                if (!summary.Add(programs[i].Seed, outcomes[i]) || summary.Findings > options.Findings)
                    continue;
                var finding = options.Shrinks
                    ? comparison.Shrink(programs[i], outcomes[i])
                    : new Finding(CSharpPrinter.Print(programs[i]), outcomes[i], "");
                output.WriteLine(Report.Of(finding, $"--seed {programs[i].Seed} --programs 0 {option} 1 --ops {options.Operations}"));
            }
        }
        output.WriteLine(summary);
        return summary.Findings;
    }

    /// <summary>The seeds of a run, until enough has been found.</summary>
    private static IEnumerable<int[]> Batches(Options options, int programs, Summary summary, TextWriter output)
    {
        int number = 0;
        foreach (int[] seeds in Enumerable.Range(options.Seed, programs).Chunk(options.BatchSize))
        {
            yield return seeds;
            if (summary.Findings >= options.Findings || summary.Elapsed > options.Budget)
                yield break;
            if (++number % 20 == 0)
                output.WriteLine($"... {summary.Programs} programs in {summary.Elapsed.TotalSeconds:f0} s");
        }
    }
}
