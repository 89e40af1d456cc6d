using CoroutineGen.Fuzz.Comparing;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Python;

/// <summary>Runs programs of the shared language in both languages and compares what they leave in the trace.</summary>
internal sealed class ProtocolComparison(BatchCompiler compiler, Child child, PythonProcess python, int operations)
{
    public ProgramOutcome[] Compare(IReadOnlyList<ProtocolProgram> programs)
    {
        var printed = programs.Select(CSharpPrinter.Print).ToArray();
        var batch = compiler.Compile(printed);
        child.Run(batch, printed, operations);
        return [.. programs.Select((p, i) => Compare(p, batch.Outcomes[i]!))];
    }

    private ProgramOutcome Compare(ProtocolProgram program, ProgramOutcome outcome)
    {
        if (outcome.Verdict != Verdict.Same)
            return outcome;
        string[] expected = python.Run(program, operations);
        return expected.AsSpan().SequenceEqual(outcome.Actual) ? outcome : new(Verdict.Different, "", expected, outcome.Actual);
    }

    /// <summary>Makes a failing program smaller: takes parts away, or puts smaller ones in their place, while it fails the same way.</summary>
    public Finding Shrink(ProtocolProgram program, ProgramOutcome outcome)
    {
        int tried = 0;
        bool progress = false;
        while (true)
        {
            var candidates = ProtocolCandidates.Of(program).Skip(tried).Take(30).ToArray();
            if (candidates.Length == 0)
            {
                if (!progress)
                    break;
                (tried, progress) = (0, false);
                continue;
            }
            var outcomes = Compare(candidates);
            int found = Array.FindIndex(outcomes, o => o.Kind == outcome.Kind);
            if (found < 0)
                tried += candidates.Length;
            else
                (program, outcome, progress) = (candidates[found], outcomes[found], true);
        }
        var printed = CSharpPrinter.Print(program);
        return new(printed with { Text = printed.Text + "\n" + PythonPrinter.Print(program) }, outcome, "");
    }
}
