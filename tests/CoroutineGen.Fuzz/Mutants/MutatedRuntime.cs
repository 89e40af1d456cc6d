namespace CoroutineGen.Fuzz.Mutants;

/// <summary>A copy of the fuzzer beside a runtime with a defect, or what saves it as JSON, for a child process to run in.</summary>
internal sealed class MutatedRuntime : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"coroutine-mutant-{Guid.NewGuid():n}");

    public MutatedRuntime(Mutant mutant, string sources)
    {
        CopyOf(AppContext.BaseDirectory);
        Write(mutant, sources, _folder);
    }

    /// <summary>The project that a mutant is in.</summary>
    public static string ProjectOf(Mutant mutant) => mutant.Place == MutantPlace.Json ? "CoroutineGen.Json" : "CoroutineGen";

    /// <summary>Writes what has the defect alone.</summary>
    /// <param name="mutant">The defect.</param>
    /// <param name="sources">The folder of its project.</param>
    /// <param name="folder">Where its assembly is written.</param>
    public static void Write(Mutant mutant, string sources, string folder)
        => File.WriteAllBytes(
            Path.Combine(folder, ProjectOf(mutant) + ".dll"),
            MutatedSources.Compile(
                ProjectOf(mutant), sources, mutant,
                name => name.StartsWith("System.", StringComparison.Ordinal) || (mutant.Place == MutantPlace.Json && name == "CoroutineGen.dll"),
                typeof(Coroutine<>).Assembly.GetName().Version!, importsCommon: false));

    public string Assembly => Path.Combine(_folder, "CoroutineGen.Fuzz.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void CopyOf(string folder)
    {
        Directory.CreateDirectory(_folder);
        foreach (string file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }
}
