namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>
/// A third of the files of scenarios, for tests that compile them all once more with each coroutine saveable; all of them where
/// COROUTINEGEN_TORTURE is 1.
/// </summary>
internal static class Slice
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("COROUTINEGEN_TORTURE") == "1";

    public static IEnumerable<(string Path, string Text)> Of(IEnumerable<(string Path, string Text)> files, string? flag)
        => IsWhole || flag?.StartsWith("Saveable", StringComparison.Ordinal) != true ? files : files.Where((f, i) => i % 3 == 0 || IsShared(f.Text));

    /// <summary>Whether a file has no tests, but what those of others use.</summary>
    private static bool IsShared(string text) => !text.Contains("[Fact]", StringComparison.Ordinal) && !text.Contains("[Theory]", StringComparison.Ordinal);

    /// <summary>What has to be reached of what the whole has to.</summary>
    public static int Least(int whole) => IsWhole ? whole : whole / 5;
}
