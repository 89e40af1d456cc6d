using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>A project of this repository as source files: code that nobody wrote for the lowering.</summary>
/// <param name="Name">What reports call it, and the name of its assembly.</param>
/// <param name="Folder">Its folder, below the repository's root.</param>
/// <param name="LeftOut">Folders below it that need what is not here.</param>
/// <param name="Assembly">The assembly of its own that must not be referenced.</param>
internal sealed record Corpus(string Name, string Folder, string[] LeftOut, string Assembly)
{
    private const string IdentityFile = "Identity.cs";

    /// <summary>
    /// What must not be mutated: the driver of the mutants; the oracle, which catches exits that it throws itself, as a coroutine would not
    /// (rule 66); and methods that let a completion escape, which a coroutine turns into another error (rule 35).
    /// </summary>
    public static readonly string[] NotMutated = [IdentityFile, "/Oracle/", "EscapingExceptionRules.cs"];

    /// <summary>Answers each yield with the value that it handed out, so that a mutated method does what it did.</summary>
    private const string Identity = """
        namespace CoroutineGen.Torture;

        internal static class Identity
        {
            public static void Run(global::CoroutineGen.Coroutine<object?, object?> coroutine)
            {
                for (bool more = coroutine.MoveNext(); more;)
                    more = coroutine.TrySend(coroutine.Current);
            }

            public static T Run<T>(global::CoroutineGen.Coroutine<object?, object?, T> coroutine)
            {
                Run((global::CoroutineGen.Coroutine<object?, object?>)coroutine);
                return coroutine.Result;
            }
        }
        """;

    public static readonly Corpus[] All =
    [
        new("CoroutineGen.Tests", "tests/CoroutineGen.Tests", ["Docs", "Measuring", "CatalogueTests.cs", "RandomScriptTest.cs", "ScriptGenerator.cs", "bin", "obj"], "CoroutineGen.Tests.dll"),
        new("CoroutineGen.Generator.Tests", "tests/CoroutineGen.Generator.Tests", ["Torture", "Docs", "Kinds", "Async", "House", "PageTests.cs", "VersionPageTests.cs", "AcceptanceTests.cs", "LanguageVersionTests.cs", "RepositoryTests.cs", "SequencePointTests.cs", "bin", "obj"], "CoroutineGen.Generator.Tests.dll"),
        new("CoroutineGen.Generator", "src/CoroutineGen.Generator", ["bin", "obj"], "CoroutineGen.Generator.dll"),
        new("CoroutineGen", "src/CoroutineGen", ["bin", "obj"], "CoroutineGen.dll"),
        new("Tour", "samples/Tour", ["bin", "obj"], "Tour.dll"),
    ];

    private static readonly CSharpParseOptions Latest = new(
        LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <param name="version">The language version; null for the latest.</param>
    public CSharpCompilation Load(LanguageVersion? version = null)
    {
        var options = version is { } old ? Latest.WithLanguageVersion(old) : Latest;
        string root = Repository.Root;
        var trees = Directory.EnumerateFiles(Path.Combine(root, Folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".verified.cs", StringComparison.Ordinal) && !path.EndsWith(".received.cs", StringComparison.Ordinal))
            .Where(path => !Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Intersect(LeftOut).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(File.ReadAllText(path), Path.GetRelativePath(root, path).Replace('\\', '/'), options))
            .Append(Parse(ImplicitUsings.Text, "ImplicitUsings.cs", options))
            .Append(Parse(Identity, IdentityFile, options));
        if (Name == "CoroutineGen.Tests")
            trees = trees.Append(Parse(SerializerContexts.Text, IdentityFile, options));
        return CSharpCompilation.Create(Name, trees, AssemblyReferences.Named(name => name != Assembly), new CSharpCompilationOptions(
            Name == "Tour" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));
    }

    public static SyntaxTree Parse(string text, string path, CSharpParseOptions? options = null)
        => CSharpSyntaxTree.ParseText(text, options ?? Latest, path, System.Text.Encoding.UTF8);

    /// <summary>The same project with its coroutines made.</summary>
    public static Compilation Generate(Compilation compilation) => Project.Run(compilation).Output;
}
