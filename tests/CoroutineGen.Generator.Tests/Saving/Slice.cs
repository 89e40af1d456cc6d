namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>
/// A part of the files of scenarios, for tests that compile them all once more in another form: a half of them where they are asynchronous,
/// a sixth where each coroutine is saveable as well. All of them where COROUTINEGEN_TORTURE is 1, as in .ci/run.
/// </summary>
internal static class Slice
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("COROUTINEGEN_TORTURE") == "1";

    /// <summary>Every so many of the files, and those that have no tests, but what the others use.</summary>
    public static IEnumerable<(string Path, string Text)> Of(IEnumerable<(string Path, string Text)> files, int every)
        => files.Where((f, i) => IsWhole || i % every == 0 || !HasTests(f.Text));

    /// <summary>How many of them are to be taken with a flag on their coroutines; null for none.</summary>
    public static int Every(string? flag) => flag switch
    {
        null => 2,
        "Saveable = true" => 6,
        _ => 1,
    };

    /// <summary>What has to be reached of what the whole has to.</summary>
    public static int Least(int whole, string? flag)
        => IsWhole ? whole : whole / Every(flag) / 2;

    private static bool HasTests(string text)
        => text.Contains("[Fact]", StringComparison.Ordinal) || text.Contains("[Theory]", StringComparison.Ordinal);
}
