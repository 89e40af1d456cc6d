namespace CoroutineGen.Fuzz;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public int Seed { get; init; } = 1;

    public int Programs { get; init; } = 1000;

    /// <summary>How many programs of the shared language to compare with CPython.</summary>
    public int PythonPrograms { get; init; }

    /// <summary>How many programs of asynchronous generators to compare with CPython.</summary>
    public int AsyncPythonPrograms { get; init; }

    public int Operations { get; init; } = 30;

    public int BatchSize { get; init; } = 60;

    /// <summary>How many different findings to report before the run ends.</summary>
    public int Findings { get; init; } = 10;

    /// <summary>Where the sources of the runtime are: then the fuzzer tests itself, on mutants, and does nothing else.</summary>
    public string? Repository { get; init; }

    /// <summary>What the names of the mutants to try, or of their files, contain.</summary>
    public string OnlyMutants { get; init; } = "";

    /// <summary>How many of these are left out, from the first on: to go on with a run that was stopped.</summary>
    public int SkippedMutants { get; init; }

    /// <summary>Where the runtimes with the mutants that only tests find are written, a folder for each; null for nowhere.</summary>
    public string? MutantsInto { get; init; }

    /// <summary>No new batch begins after so long; for runs that must not take for ever on a slow machine.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.MaxValue;

    public bool Shrinks { get; init; } = true;

    /// <summary>Whether coroutines are declared to be forkable, and each step is done with a fork.</summary>
    public bool Forks { get; init; }

    /// <summary>Whether coroutines are declared to be saveable, and are saved and restored before each step.</summary>
    public bool Saves { get; init; }

    /// <summary>Whether the first coroutines of each program, or all, are asynchronous.</summary>
    public bool Async { get; init; }

    /// <summary>Whether programs are only written, to see what constructs they have.</summary>
    public bool WritesOnly { get; init; }

    /// <summary>Whether the JIT of the child optimizes, as it does for users; a long run is faster without.</summary>
    public bool Optimizes { get; init; } = true;

    /// <summary>Tries every place with every form, each with so many types, instead of random programs; 0 for none.</summary>
    public int SystematicTypes { get; init; }

    /// <summary>Only every so many of these combinations.</summary>
    public int SystematicEvery { get; init; } = 1;

    /// <summary>Where the table of the systematic part is written; null for nowhere.</summary>
    public string? Page { get; init; }

    public static Options Parse(string[] arguments)
    {
        var options = new Options();
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--seed" => options with { Seed = Number() },
                "--programs" => options with { Programs = Number() },
                "--python" => options with { PythonPrograms = Number() },
                "--async-python" => options with { AsyncPythonPrograms = Number() },
                "--ops" => options with { Operations = Number() },
                "--batch" => options with { BatchSize = Number() },
                "--findings" => options with { Findings = Number() },
                "--minutes" => options with { Budget = TimeSpan.FromMinutes(Number()) },
                "--mutants" => options with { Repository = arguments[++i] },
                "--only" => options with { OnlyMutants = arguments[++i] },
                "--into" => options with { MutantsInto = arguments[++i] },
                "--skip" => options with { SkippedMutants = Number() },
                "--write-only" => options with { WritesOnly = true },
                "--plain-jit" => options with { Optimizes = false },
                "--systematic" => options with { SystematicTypes = 3 },
                "--types" => options with { SystematicTypes = Number() },
                "--page" => options with { Page = arguments[++i] },
                "--every" => options with { SystematicEvery = Number() },
                "--forks" => options with { Forks = true },
                "--saves" => options with { Saves = true },
                "--async" => options with { Async = true },
                "--no-shrink" => options with { Shrinks = false },
                var unknown => throw new ArgumentException($"Unknown option {unknown}."),
            };

            int Number() => int.Parse(arguments[++i]);
        }
        return options;
    }
}
