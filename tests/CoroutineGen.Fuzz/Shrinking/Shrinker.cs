using CoroutineGen.Fuzz.Comparing;
using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Shrinking;

/// <summary>
/// Makes a failing program smaller for as long as it fails the same way. Candidates are tried many at a time, in one compilation; those
/// that are no C# fall away by themselves.
/// </summary>
internal sealed class Shrinker(BatchCompiler compiler, Child child, int operations)
{
    private const int MaxRounds = 120, BatchSize = 30;

    public Finding Shrink(FuzzProgram program, ProgramOutcome outcome)
    {
        var best = new Finding(program, outcome, "");
        int tried = 0;
        bool progress = false;
        for (int round = 0; round < MaxRounds; round++)
        {
            // After a success the next candidates are those of the same rank: the bolder ones before have just failed.
            string[] candidates = [.. Candidates.Of(best.Program.Text).Skip(tried).Take(BatchSize)];
            if (candidates.Length == 0)
            {
                if (!progress)
                    break;
                (tried, progress) = (0, false);
                continue;
            }
            if (FirstThatFails(candidates, best) is { } smaller)
                (best, progress) = (smaller, true);
            else
                tried += candidates.Length;
        }
        return best;
    }

    private Finding? FirstThatFails(string[] candidates, Finding finding)
    {
        var programs = candidates.Select(t => finding.Program with { Text = t }).ToArray();
        var batch = compiler.Compile(programs);
        child.Run(batch, programs, operations);
        for (int i = 0; i < programs.Length; i++)
            if (batch.Outcomes[i]!.Kind == finding.Outcome.Kind)
                return new(programs[i], batch.Outcomes[i]!, batch.GeneratedText(i));
        return null;
    }
}
