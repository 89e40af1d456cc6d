using System.Runtime.Loader;
using CoroutineGen.Generator;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>The generator with a defect, in this process.</summary>
internal sealed class MutatedGenerator : IDisposable
{
    private readonly AssemblyLoadContext _context = new("mutant", isCollectible: true);
    private readonly Type _generator;

    public MutatedGenerator(Mutant mutant, string sources)
    {
        byte[] image = MutatedSources.Compile(
            "CoroutineGen.Generator", sources, mutant,
            name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                || name == "netstandard.dll",
            typeof(CoroutineGenerator).Assembly.GetName().Version!, importsCommon: true);
        _generator = _context.LoadFromStream(new MemoryStream(image)).GetType(typeof(CoroutineGenerator).FullName!)!;
    }

    public IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(_generator)!;

    public void Dispose() => _context.Unload();
}
