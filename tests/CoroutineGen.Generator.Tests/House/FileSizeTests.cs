using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>One idea a file: what has more than 300 lines holds more than one.</summary>
public sealed class FileSizeTests
{
    private const int Lines = 300;

    [Fact]
    public void No_file_of_the_sources_is_too_long()
    {
        string folder = Path.Combine(Repository.Root, "src");
        string[] files = [.. GeneratorSources.Files(folder)];
        Assert.NotEmpty(files);
        string[] tooLong =
        [
            .. files.Select(file => (file, File.ReadLines(Path.Combine(folder, file)).Count()))
                .Where(f => f.Item2 > Lines).Select(f => $"{f.file} has {f.Item2} lines"),
        ];
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }
}
