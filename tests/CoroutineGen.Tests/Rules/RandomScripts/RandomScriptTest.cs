using CsCheck;
using Xunit;

namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>
/// Compares the delegation driver with the naive interpreter over many small random scripts: shared inners, re-entrancy, ignored
/// exits, inners that are run, closed or finished by somebody else, plain sequences, throw and close at any time.
/// COROUTINEGEN_SCRIPTS says how many; CsCheck_Seed, with which to begin, as a failure tells it.
/// </summary>
public sealed class RandomScriptTest
{
    private const int Scripts = 40_000;

    [Fact]
    public void The_runtime_does_what_the_naive_interpreter_does()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("COROUTINEGEN_SCRIPTS"), out int wanted) ? wanted : Scripts;
        // Not CsCheck's own loop, which seeds itself by the clock: each run is to draw the same scripts.
        var dice = Check.Seed is { } seed ? PCG.Parse(seed) : new PCG(stream: 1, seed: 1);
        for (int i = 0; i < count; i++)
        {
            ulong state = dice.State;
            if (Difference(ScriptGenerator.Any.Generate(dice, null, out _)) is not null)
                FailWithASmallerOne(dice.ToString(state));
        }
    }

    /// <summary>How a failure is shown: where a fault were in all throws, a few coroutines and acts are enough to show it.</summary>
    [Fact]
    public void A_script_that_fails_is_made_small()
    {
        var dice = new PCG(stream: 1, seed: 1);
        string seed;
        do
            seed = dice.ToString(dice.State);
        while (!Throws(ScriptGenerator.Any.Generate(dice, null, out _)));
        ScriptDraft? smallest = null;
        var failure = Assert.Throws<CsCheckException>(() => ScriptGenerator.Any.Sample(
            draft =>
            {
                if (!Throws(draft))
                    return;
                smallest = draft;
                Assert.Fail("Thrown.");
            },
            seed: seed, iter: 5_000, threads: 1, print: Print));
        Assert.InRange(smallest!.Bodies.Length, 2, 3);
        Assert.InRange(smallest.Acts.Length, 3, 5);
        Assert.Contains("acts: ", failure.Message, StringComparison.Ordinal);

        static bool Throws(ScriptDraft draft) => draft.Acts.Any(act => act.Deed == Deed.Throw);
    }

    /// <summary>CsCheck draws on, for what differs and is smaller; its message has the smallest, and the seed of it.</summary>
    private static void FailWithASmallerOne(string seed) => ScriptGenerator.Any.Sample(
        draft =>
        {
            if (Difference(draft) is { } difference)
                Assert.Fail(difference);
        },
        seed: seed, iter: 100_000, threads: 1, print: Print);

    private static string Print(ScriptDraft draft) => $"{ScriptAssembler.Assemble(draft)}\n\n{Difference(draft)}";

    /// <summary>What the two do differently; null if nothing.</summary>
    private static string? Difference(ScriptDraft draft)
    {
        var script = ScriptAssembler.Assemble(draft);
        var expected = Play(new NaiveWorld(script), script.Acts);
        var actual = Play(new RealWorld(script), script.Acts);
        if (expected.SequenceEqual(actual))
            return null;
        int same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            the same until line {same}:
            {string.Join("\n", expected.Take(same))}
            expected:
            {string.Join("\n", expected.Skip(same).Take(8))}
            but was:
            {string.Join("\n", actual.Skip(same).Take(8))}
            """;
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
}
