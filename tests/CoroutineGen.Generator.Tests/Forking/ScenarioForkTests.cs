using CoroutineGen.Generator.Tests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Forking;

/// <summary>
/// The scenarios of CoroutineGen.Tests with all coroutines forkable that can be: where the oracle resumes a coroutine, it resumes a fork of it
/// instead, at each suspension another one. What comes out must be what the method itself does.
/// </summary>
public sealed class ScenarioForkTests(ITestOutputHelper output)
{
    /// <summary>They hand out closures over their variables, which a caller calls: these mean the coroutine that made them (rule 216).</summary>
    private static readonly string[] HandOutClosures
        = ["Trap_05_An_implicit_in_argument_is_a_reference", "Trap_07_A_type_parameter_receiver_is_an_object_or_a_place"];

    [Fact]
    public async Task A_fork_goes_on_as_the_method_would()
    {
        var (count, passed) = await Scenarios.Run("Forkable = true", HandOutClosures, Slice.Whole, output);
        Assert.InRange(count, 240, int.MaxValue);
        Assert.InRange(passed, 300, int.MaxValue);
    }
}
