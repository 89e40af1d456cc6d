using System.Diagnostics;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Every operator, on every kind of place, in every form: made, compiled and compared.</summary>
internal static class SystematicRun
{
    private const int BatchSize = 300;

    public static List<Outcome> Run(IEnumerable<Combination> combinations, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var outcomes = new List<Outcome>();
        var waiting = new List<Combination>();
        int tried = 0, batches = 0;
        foreach (var chunk in combinations.Chunk(2 * BatchSize))
        {
            tried += chunk.Length;
            waiting.AddRange(Verifier.Lawful(chunk));
            while (waiting.Count >= BatchSize)
                Next();
        }
        while (waiting.Count > 0)
            Next();
        output.WriteLine($"{tried} combinations in {clock.Elapsed.TotalSeconds:f0} s: {outcomes.Count} are C#; "
            + string.Join(", ", outcomes.GroupBy(o => o.Result).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}")));
        return outcomes;

        void Next()
        {
            outcomes.AddRange(Verifier.Verify([.. waiting.Take(BatchSize)]));
            waiting.RemoveRange(0, Math.Min(BatchSize, waiting.Count));
            if (++batches % 5 == 0)
                output.WriteLine($"... {tried} tried, {outcomes.Count} compared in {clock.Elapsed.TotalSeconds:f0} s, {outcomes.Count(o => o.Result is Result.BadCode or Result.Different)} wrong");
        }
    }
}
