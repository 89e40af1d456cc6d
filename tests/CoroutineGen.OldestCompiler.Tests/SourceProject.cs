using CoroutineGen.Generator;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.OldestCompiler.Tests;

/// <summary>A folder of the repository as a compilation, in the compiler that runs these tests.</summary>
internal static class SourceProject
{
    /// <summary>What is not about generated code, measures the JIT, is not supported yet, or starts the tests as a process.</summary>
    private static readonly string[] LeftOut =
        ["/Docs/", "/Rules/", "/NotYet/", "AllocationTests.cs", "DebuggerTests.cs", "PublicApiTests.cs", "SaveElsewhereTests.cs"];

    public static CSharpCompilation Load(string folder, LanguageVersion version)
    {
        var options = new CSharpParseOptions(
            version, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        var trees = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !LeftOut.Any(path.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, path)), options, path));
        if (version >= LanguageVersion.CSharp10)
            trees = trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings.Text, options, "ImplicitUsings.cs"));
        if (folder == "tests/CoroutineGen.Tests")
            trees = trees.Append(CSharpSyntaxTree.ParseText(SerializerContexts.Text, options, "SerializerContexts.cs"));
        return CSharpCompilation.Create("Sources", trees, AssemblyReferences.Named(_ => true), new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true,
            optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>With the files that the generator makes.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation)
        => (CSharpCompilation)GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.Build, new CoroutineGenerator()), compilation).Output;

    public static IEnumerable<Diagnostic> Errors(Compilation compilation)
        => compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
}
