using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>Each folder of the generator is a namespace, and is built on folders that know nothing of it.</summary>
public sealed class FolderTests(ITestOutputHelper output)
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

    /// <summary>The order is printed: what a folder is built on stands above it.</summary>
    [Fact]
    public void Folders_form_an_order()
    {
        var known = Dependencies();
        List<string> order = [];
        while (order.Count < known.Count)
        {
            string[] next = [.. known.Keys.Where(folder => !order.Contains(folder) && known[folder].All(order.Contains)).Order(StringComparer.Ordinal)];
            Assert.True(next.Length > 0, "These are built on each other:\n" + string.Join("\n", known.Where(folder => !order.Contains(folder.Key))
                .Select(folder => $"{Shown(folder.Key)} on {string.Join(", ", folder.Value.Except(order).Select(Shown))}")));
            order.AddRange(next);
        }
        foreach (string folder in order)
            output.WriteLine($"{Shown(folder)}   on   {string.Join(", ", known[folder].Order(StringComparer.Ordinal).Select(Shown))}");
        Assert.Equal("", order[^1]);
    }

    private static string Shown(string folder) => folder.Length == 0 ? "the door" : folder;

    /// <summary>For each folder the others whose types, or members of them, its code mentions.</summary>
    private static Dictionary<string, HashSet<string>> Dependencies()
    {
        Dictionary<string, HashSet<string>> known = [];
        foreach (var tree in GeneratorSources.Trees)
        {
            string own = GeneratorSources.FolderOf(tree);
            if (!known.TryGetValue(own, out var others))
                known.Add(own, others = []);
            var model = GeneratorSources.Compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as ITypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition is { DeclaringSyntaxReferences: { IsEmpty: false } places }
                    && GeneratorSources.FolderOf(places[0].SyntaxTree) is var other && other != own)
                    others.Add(other);
            }
        }
        return known;
    }

    private static string NamespaceOf(SyntaxTree tree)
        => GeneratorSources.FolderOf(tree) is { Length: > 0 } folder ? $"CoroutineGen.Generator.{folder.Replace('/', '.')}" : "CoroutineGen.Generator";
}
