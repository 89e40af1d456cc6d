using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// Safe C# that uses coroutines as it must not, from several threads at a time or with subclasses of its own, gets exceptions: the process
/// lives, every operation comes back, and State never fails. For longer: see tests/CoroutineGen.Races/Program.cs.
/// </summary>
public class RaceTests
{
    [Theory]
    [InlineData("race2")]
    [InlineData("all8")]
    [InlineData("text8")]
    [InlineData("rings")]
    [InlineData("waiting8")]
    [InlineData("subclasses")]
    public void Nothing_but_exceptions(string race)
    {
        string output = ChildProgram.Run("CoroutineGen.Races.dll", race, "0.7");
        Assert.EndsWith("end of " + race, output, StringComparison.Ordinal);
        Assert.DoesNotContain("HANG", output, StringComparison.Ordinal);
        Assert.DoesNotContain("LOST", output, StringComparison.Ordinal);
        Assert.DoesNotContain("STATE FAILED", output, StringComparison.Ordinal);
    }
}
