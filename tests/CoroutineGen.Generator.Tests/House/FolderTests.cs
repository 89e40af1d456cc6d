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

    private static string NamespaceOf(SyntaxTree tree)
        => GeneratorSources.FolderOf(tree) is { Length: > 0 } folder ? $"CoroutineGen.Generator.{folder.Replace('/', '.')}" : "CoroutineGen.Generator";
}
