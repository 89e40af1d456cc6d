namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>
/// A part of the files of scenarios, for tests that compile them all once more in another form. All of them where COROUTINEGEN_TORTURE is 1,
/// as in .ci/run.
/// </summary>
/// <param name="Every">Every so many of the files are taken, and those that have no tests, but what the others use.</param>
internal sealed record Slice(int Every)
{
    public static readonly Slice Whole = new(1);

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("COROUTINEGEN_TORTURE") == "1";

    public IEnumerable<(string Path, string Text)> Of(IEnumerable<(string Path, string Text)> files)
        => files.Where((f, i) => IsWhole || i % Every == 0 || !HasTests(f.Text));

    /// <summary>How many there have to be, of so many of the whole: files are of different lengths.</summary>
    public int Least(int whole) => IsWhole || Every == 1 ? whole : whole / Every / 2;

    private static bool HasTests(string text)
        => text.Contains("[Fact]", StringComparison.Ordinal) || text.Contains("[Theory]", StringComparison.Ordinal);
}
