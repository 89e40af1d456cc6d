namespace CoroutineGen.Fuzz.Mutants;

/// <summary>A copy of the fuzzer beside a runtime with a defect, for a child process to run in.</summary>
internal sealed class MutatedRuntime : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"coroutine-mutant-{Guid.NewGuid():n}");

    public MutatedRuntime(Mutant mutant, string sources)
    {
        CopyOf(AppContext.BaseDirectory);
        Write(mutant, sources, _folder);
    }

    /// <summary>Writes the runtime alone.</summary>
    public static void Write(Mutant mutant, string sources, string folder)
        => File.WriteAllBytes(
            Path.Combine(folder, "CoroutineGen.dll"),
            MutatedSources.Compile(
                "CoroutineGen", sources, mutant, name => name.StartsWith("System.", StringComparison.Ordinal),
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
