using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>The generator's own compilation, made from its sources as they lie there.</summary>
internal static class GeneratorSources
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "CoroutineGen.Generator");

    public static CSharpCompilation Compilation { get; } = Compile();

    public static IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0);

    /// <summary>The folder of a file within the project, "" for the project's own.</summary>
    public static string FolderOf(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/');

    /// <summary>The C# files of a folder and of those in it, by their path in the folder, without what builds leave there.</summary>
    public static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "CoroutineGen.Generator",
            Files(Folder).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Folder, file)), options, file))
                .Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings.Text, options)),
            AssemblyReferences.Named(name => AssemblyReferences.IsFramework(name) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
