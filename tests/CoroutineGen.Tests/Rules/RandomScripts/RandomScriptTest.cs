using System.Diagnostics;
using Xunit;

namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>
/// Compares the delegation driver with the naive interpreter over many small random scripts: shared inners, re-entrancy, ignored
/// exits, inners that are run, closed or finished by somebody else, plain sequences, throw and close at any time.
/// </summary>
public sealed class RandomScriptTest
{
    [Fact]
    public void The_runtime_does_what_the_naive_interpreter_does()
    {
        int first = Setting("COROUTINEGEN_SEED", 0);
        int count = Setting("COROUTINEGEN_SCRIPTS", 400_000);
        var time = Stopwatch.StartNew();
        // The time limit keeps a loaded machine from making this a slow test; the count does normally end it.
        for (int seed = first; seed < first + count && (count != 400_000 || time.Elapsed.TotalSeconds < 20); seed++)
            Compare(seed);
    }

    private static void Compare(int seed)
    {
        var script = ScriptWriter.Write(seed);
        var expected = Play(new NaiveWorld(script), script.Acts);
        var actual = Play(new RealWorld(script), script.Acts);
        if (expected.SequenceEqual(actual))
            return;
        int same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"""
            Seed {seed}
            {script}

            the same until line {same}:
            {string.Join("\n", expected.Take(same))}
            expected:
            {string.Join("\n", expected.Skip(same).Take(8))}
            but was:
            {string.Join("\n", actual.Skip(same).Take(8))}
            """);
    }

    /// <summary>The trace, which ends with the exception if the machinery itself fails.</summary>
    private static IReadOnlyList<string> Play(ScriptWorld world, IReadOnlyList<Act> acts)
    {
        try
        {
            return world.Play(acts);
        }
        catch (Exception error)
        {
            world.Trace(world.GetType().Name + " failed: " + error);
            return world.Heard;
        }
    }

    private static int Setting(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
