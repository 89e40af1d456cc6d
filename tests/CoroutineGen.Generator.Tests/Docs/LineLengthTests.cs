using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>The .editorconfig asks for lines of at most 140 columns, and no compiler or formatter looks at that.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    [Fact]
    public void No_line_of_the_sources_is_too_long()
    {
        string[] files = [.. Files().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        string[] tooLong = [.. files.SelectMany(TooLong)];
        // Assert.Empty would name the first five only, and cut their paths.
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    private static IEnumerable<string> Files()
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj"));

    private static IEnumerable<string> TooLong(string file)
        => Repository.Read(file).Split('\n')
            .Select((line, i) => (Place: $"{file}:{i + 1}", line.Length))
            .Where(line => line.Length > Columns)
            .Select(line => $"{line.Place} has {line.Length} columns");
}
