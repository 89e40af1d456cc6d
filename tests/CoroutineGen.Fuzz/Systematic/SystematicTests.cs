using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>A slice of the systematic part, the same in every build; by hand the whole runs, and writes its table.</summary>
public sealed class SystematicTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryPlaceWithEveryFormIsTheSameOrRefusedForAListedReason()
    {
        using var text = new StringWriter();
        var outcomes = SystematicRun.Run(Plan.Combinations(types: 1, every: 23), text);
        output.WriteLine(text.ToString());
        Assert.True(outcomes.Count(o => o.Result == Result.Same) > 1000, text.ToString());
        Assert.True(!outcomes.Any(o => o.IsFinding), SystematicReport.Of(outcomes));
    }
}
