using CoroutineGen.Generator.Analyzers;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>What is said of each edit of the corpus, by the generator and the points analyzer, where the first version is shipped.</summary>
public sealed class EditTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Edits.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task What_is_said(int number)
    {
        var edit = Edits.All[number];
        var found = await PointsProject.AnalyzeAll(edit.After, PointsProject.Lines(edit.Before));
        var said = found.Where(d => d.Id is not ("CORO4101" or "CORO4019")).ToList();
        Assert.True(edit.Ids.SequenceEqual(said.Select(d => d.Id)), edit.Name + "\n" + string.Join("\n", found.Select(PointsProject.Text)) + "\n" + edit.After);
        Assert.Equal(edit.Fix, said.Select(d => d.Properties.GetValueOrDefault(PointsAnalyzer.AttributeProperty)).FirstOrDefault(a => a is not null));
    }

    /// <summary>The version before is right by itself, and so has nothing to be told.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Nothing_is_said_of_the_version_that_was_shipped(int number)
        => Assert.Empty(await PointsProject.AnalyzeAll(Edits.All[number].Before, PointsProject.Lines(Edits.All[number].Before)));
}
