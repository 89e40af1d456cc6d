using Xunit;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>What a refusal promises: it is said at the exact place, by nobody else, and the nearest legal form is accepted.</summary>
internal static class Refusal
{
    /// <param name="id">The diagnostic, the only one.</param>
    /// <param name="words">A part of its message.</param>
    /// <param name="marked">The refused source, with its place marked.</param>
    /// <param name="comparison">How the words are looked for.</param>
    public static async Task IsSaidAtItsPlace(string id, string words, string marked, StringComparison comparison = StringComparison.Ordinal)
    {
        var source = MarkedSource.Parse(Project.Usings + marked);
        var run = Project.Run(Project.Compile(source.Text));
        Assert.Empty(run.Errors);
        var found = Assert.Single(await Project.Analyze(run.Output));
        Assert.Equal(id, found.Id);
        Assert.Contains(words, found.GetMessage(null), comparison);
        Assert.Equal(Assert.Single(source.Spans), found.Location.SourceSpan);
    }

    /// <param name="legal">The nearest source that is accepted: it compiles, nothing is said, and no stub is left.</param>
    public static async Task IsNotSaid(string legal)
    {
        var run = Project.Run(legal).Compiles();
        Assert.Empty(await Project.Analyze(run.Output));
        Assert.DoesNotContain("NotSupportedException", run.Text, StringComparison.Ordinal);
    }
}
