using System.Runtime.CompilerServices;

namespace CoroutineGen.Benchmarks.Harness;

/// <summary>Whether this machine can be measured on now: work that is known to take the same, and twice as long, must be seen so.</summary>
static class SelfTest
{
    const int Iterations = 1_000_000, Attempts = 3;

    public static bool Run(Effort effort)
    {
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            var race = new Race("self-test", "iteration", Iterations);
            race.Peer("once", () => Spin(Iterations));
            race.Peer("once more", () => Spin(Iterations));
            race.Peer("twice", () => Spin(2 * Iterations));
            var result = new RaceResult([race.Run(effort, turn: 0)], []);
            double same = result.Ratio(1).Mean, twice = result.Ratio(2).Mean;
            bool good = same is > 0.9 and < 1.1 && twice is > 1.8 and < 2.2;
            string verdict = good ? "good" : "too noisy";
            Console.WriteLine($"Self-test: the same work is seen as {same:F2}x, twice the work as {twice:F2}x: {verdict}.");
            if (good)
                return true;
        }
        return false;
    }

    /// <summary>Each step needs the one before, so that its speed does not depend on where the code lies.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static long Spin(int iterations)
    {
        ulong x = 88172645463325252;
        for (int i = 0; i < iterations; i++)
            x = (x * 6364136223846793005) + 1442695040888963407;
        return (long)x;
    }
}
