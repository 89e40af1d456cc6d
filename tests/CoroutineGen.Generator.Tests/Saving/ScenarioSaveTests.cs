using CoroutineGen.Generator.Tests.Forking;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>
/// The scenarios of CoroutineGen.Tests, and what is tested of folding and holding, with all coroutines saveable that can be: where the oracle resumes a coroutine, it resumes one that it
/// has restored from it instead, at each suspension another one. What comes out must be what the method itself does.
/// </summary>
public sealed class ScenarioSaveTests(ITestOutputHelper output)
{
    private static readonly string[] Not = [];

    [Fact]
    public async Task A_restored_coroutine_goes_on_as_the_method_would()
    {
        var slice = new Slice(Every: 6);
        var (count, passed) = await Scenarios.Run("Saveable = true", Not, slice, output, "Folding", "Holding", "Regressions");
        Assert.InRange(count, slice.Least(60), int.MaxValue);
        Assert.InRange(passed, slice.Least(300), int.MaxValue);
    }
}
