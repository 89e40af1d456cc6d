using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>What BannedSymbols.txt says is there: a name that is found nowhere bans nothing, and nobody is told.</summary>
public sealed class BannedSymbolsTests
{
    public static TheoryData<string> Banned => [.. File.ReadLines(Path.Combine(GeneratorSources.Folder, "BannedSymbols.txt"))];

    [Theory]
    [MemberData(nameof(Banned))]
    public void Is_found_and_says_why(string line)
    {
        string[] parts = line.Split(';');
        Assert.Equal(2, parts.Length);
        Assert.NotNull(DocumentationCommentId.GetFirstSymbolForDeclarationId(parts[0], GeneratorSources.Compilation));
        Assert.True(parts[1].Length > 10, line);
    }
}
