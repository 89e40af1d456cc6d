using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>One of our projects, compiled from its sources with a defect in one of them.</summary>
internal static class MutatedSources
{
    /// <summary>What the project files say: the directives that are on.</summary>
    private static readonly CSharpParseOptions Parsing =
        new(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER", "NETCOREAPP"]);

    /// <summary>The source files of a project.</summary>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(p => !Path.GetRelativePath(folder, p).StartsWith("obj", StringComparison.Ordinal));

    /// <summary>Whether a mutant changes a file.</summary>
    public static bool IsIn(string path, Mutant mutant)
        => path.Replace('\\', '/').EndsWith("/" + mutant.File, StringComparison.Ordinal);

    /// <param name="name">The name of the assembly.</param>
    /// <param name="folder">Where its sources are.</param>
    /// <param name="mutant">What to change.</param>
    /// <param name="isReferenced">Which of the assemblies around it are referenced, by their file names.</param>
    /// <param name="version">Its version.</param>
    /// <param name="importsCommon">Whether the common namespaces are imported everywhere.</param>
    /// <returns>The image of the assembly.</returns>
    public static byte[] Compile(
        string name, string folder, Mutant mutant, Func<string, bool> isReferenced, Version version, bool importsCommon)
    {
        var trees = In(folder).Select(p => CSharpSyntaxTree.ParseText(TextOf(p, mutant), Parsing, p))
            .Append(CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", Parsing));
        if (importsCommon)
            trees = trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings.Text, Parsing));
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(
            name, trees, AssemblyReferences.Named(isReferenced),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable))
            .Emit(image);
        return emitted.Success
            ? image.ToArray()
            : throw new InvalidOperationException(
                $"The mutant '{mutant.Name}' does not compile: {emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
    }

    private static string TextOf(string path, Mutant mutant)
    {
        string text = File.ReadAllText(path);
        if (mutant.File is null || !IsIn(path, mutant))
            return text;
        string mutated = mutant.Apply(text);
        return mutated != text
            ? mutated
            : throw new InvalidOperationException($"The mutant '{mutant.Name}' finds nothing to change in {mutant.File}.");
    }
}
