using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>Each folder of the generator is a namespace.</summary>
public sealed class FolderTests
{
    [Fact]
    public void Each_folder_is_a_namespace()
    {
        // The compiler asks for this type where it wants it.
        var wrong = GeneratorSources.Trees.Where(tree => Path.GetFileName(tree.FilePath) != "IsExternalInit.cs")
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                .Where(space => space is not FileScopedNamespaceDeclarationSyntax || space.Name.ToString() != NamespaceOf(tree))
                .Select(space => $"{tree.FilePath}: {space.Name}"));
        Assert.Empty(wrong);
    }

    /// <summary>A folder that is imported and not needed looks like one that this one is built on.</summary>
    [Fact]
    public void No_namespace_is_imported_in_vain()
    {
        var vain = GeneratorSources.Compilation.GetDiagnostics().Where(d => d.Id == "CS8019" && d.Location.SourceTree!.FilePath.Length > 0)
            .Select(d => $"{d.Location.SourceTree!.FilePath}({d.Location.GetLineSpan().StartLinePosition.Line + 1})");
        Assert.True(!vain.Any(), string.Join("\n", vain));
    }

    private static string NamespaceOf(SyntaxTree tree)
        => GeneratorSources.FolderOf(tree) is { Length: > 0 } folder ? $"CoroutineGen.Generator.{folder.Replace('/', '.')}" : "CoroutineGen.Generator";
}
