using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>
/// Looks for the program that finds a defect. All mutants are tried on the same programs, which the generator without defects sees once.
/// </summary>
/// <param name="options">Where the seeds begin, and what is run.</param>
/// <param name="sources">The sources of the runtime and the generator; null where there are only mutants of generated code.</param>
internal sealed class MutantSearch(Options options, string? sources)
{
    private readonly BatchCompiler _compiler = new();
    private readonly List<FuzzProgram[]> _programs = [];
    private readonly List<GeneratedBatch?> _generated = [];

    /// <returns>The number of the first program that finds it, 0 for none; and how many programs no longer compile.</returns>
    public (int Found, int Broken) Find(Mutant mutant, int most)
    {
        using var generator = mutant.Place == MutantPlace.Generator ? new MutatedGenerator(mutant, FolderOf("CoroutineGen.Generator")) : null;
        using var runtime = mutant.Place is MutantPlace.Runtime or MutantPlace.Json
            ? new MutatedRuntime(mutant, FolderOf(MutatedRuntime.ProjectOf(mutant))) : null;
        using var child = runtime is null ? new Child() : new Child(runtime.Assembly);
        var compiler = generator is null ? null : new BatchCompiler(generator.Create);
        int broken = 0;
        for (int number = 0; number * options.BatchSize < most; number++)
        {
            var programs = ProgramsOf(number);
            var compiled = compiler is not null ? compiler.Compile(programs)
                : GeneratedOf(number).Compile(mutant.Place == MutantPlace.GeneratedCode ? mutant.Apply : null);
            child.Run(compiled, programs, options.Operations, untilFound: true);
            broken += compiled.Outcomes.Count(o => o is { Verdict: Verdict.BadCode });
            int found = Array.FindIndex(compiled.Outcomes, o => IsFound(o, mutant.Place));
            if (found < 0 && compiler is not null)
                found = Spoiled(compiled, number);
            if (found >= 0)
                return ((number * options.BatchSize) + found + 1, broken);
        }
        return (0, broken);
    }

    /// <summary>What has no defect must not be found, or finding means nothing.</summary>
    public void CheckWithoutDefect()
    {
        var place = sources is null ? MutantPlace.GeneratedCode : MutantPlace.Runtime;
        if (Find(new("no defect", place, null, "$^", ""), options.BatchSize).Found != 0)
            throw new InvalidOperationException("Programs fail without any defect.");
    }

    /// <summary>A defect in generated text breaks code in ways that no fault of ours would; one in the generator is meant to.</summary>
    private static bool IsFound(ProgramOutcome? outcome, MutantPlace place) => outcome?.Verdict switch
    {
        Verdict.Different or Verdict.Hang or Verdict.Crash => true,
        Verdict.BadCode or Verdict.InternalError => place == MutantPlace.Generator,
        _ => false,
    };

    /// <summary>The first program whose own code no longer compiles beside what is generated; -1 for none.</summary>
    private int Spoiled(CompiledBatch compiled, int number)
    {
        if (!compiled.Outcomes.Any(o => o is { Verdict: Verdict.BadProgram }))
            return -1;
        var sound = GeneratedOf(number).Compile();
        for (int i = 0; i < compiled.Outcomes.Length; i++)
        {
            if (compiled.Outcomes[i] is { Verdict: Verdict.BadProgram } && sound.Outcomes[i] is null)
                return i;
        }
        return -1;
    }

    private FuzzProgram[] ProgramsOf(int number)
    {
        while (number >= _programs.Count)
        {
            _programs.Add(FuzzRun.ProgramsOf(options, Enumerable.Range(options.Seed + (_programs.Count * options.BatchSize), options.BatchSize)));
            _generated.Add(null);
        }
        return _programs[number];
    }

    private GeneratedBatch GeneratedOf(int number) => _generated[number] ??= _compiler.Generate(ProgramsOf(number));

    private string FolderOf(string project) => Path.Combine(sources!, project);
}
