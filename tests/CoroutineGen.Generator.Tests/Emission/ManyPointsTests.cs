using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>What would grow with the square of a body ends somewhere: its picture, and what debuggers show at each place.</summary>
public sealed class ManyPointsTests
{
    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void APictureHasAtMostFortyPoints(int points, bool isDrawn)
    {
        string text = Generated(string.Concat(Enumerable.Range(0, points).Select(i => $"yield({i}); ")));
        Assert.Equal(isDrawn, text.Contains("stateDiagram-v2", StringComparison.Ordinal));
        Assert.Equal(!isDrawn, text.Contains($"It waits in {points} places", StringComparison.Ordinal));
    }

    [Fact]
    public void ThirtyTwoVariablesAreShownAndAllParameters()
    {
        string text = Generated(
            string.Concat(Enumerable.Range(0, 40).Select(i => $"int v{i} = {i}; ")) + "yield(1); yield("
                + string.Join(" + ", Enumerable.Range(0, 40).Select(i => $"v{i}")) + " + first + second);",
            "int first, int second, ");
        string place = Assert.Single(text.Split('\n'), line => line.Contains("\"yield(1)\"", StringComparison.Ordinal) && line.Contains("Place(", StringComparison.Ordinal));
        var shown = place[place.IndexOf("\"yield(1)\"", StringComparison.Ordinal)..].Split('"').Where((_, i) => i % 2 == 1).Skip(1);
        Assert.Equal(["first", "second", .. Enumerable.Range(8, 32).Select(i => $"v{i}")], shown);
    }

    private static string Generated(string body, string parameters = "")
        => Project.Run(Project.Usings + $"static partial class C {{ [Coroutine] public static void M({parameters}Yield<int> yield) {{ {body} }} }}").Compiles().Text;
}
