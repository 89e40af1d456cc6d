using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>A copy of the fuzzer beside a runtime with a defect, for a child process to run in.</summary>
internal sealed class MutatedRuntime : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"coroutine-mutant-{Guid.NewGuid():n}");

    public MutatedRuntime(Mutant mutant, string sources)
    {
        CopyOf(AppContext.BaseDirectory);
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER", "NETCOREAPP"]);
        var trees = Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(p => CSharpSyntaxTree.ParseText(TextOf(p, mutant, sources), parsing, p))
            .Append(CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{typeof(Coroutine<>).Assembly.GetName().Version}\")]", parsing));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
        var emitted = CSharpCompilation.Create(
            "CoroutineGen", trees, references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable))
            .Emit(Path.Combine(_folder, "CoroutineGen.dll"));
        if (!emitted.Success)
            throw new InvalidOperationException($"The mutant '{mutant.Name}' does not compile: {emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
    }

    public string Assembly => Path.Combine(_folder, "CoroutineGen.Fuzz.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string TextOf(string path, Mutant mutant, string sources)
    {
        string text = File.ReadAllText(path);
        if (Path.GetRelativePath(sources, path) != mutant.File || mutant.Pattern.Length == 0)
            return text;
        string mutated = mutant.Apply(text);
        return mutated != text ? mutated : throw new InvalidOperationException($"The mutant '{mutant.Name}' finds nothing to change in {mutant.File}.");
    }

    private void CopyOf(string folder)
    {
        Directory.CreateDirectory(_folder);
        foreach (string file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".dll" or ".json"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }
}
