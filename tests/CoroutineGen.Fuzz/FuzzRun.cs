using System.Diagnostics;
using CoroutineGen.Fuzz.Comparing;
using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;
using CoroutineGen.Fuzz.Shrinking;

namespace CoroutineGen.Fuzz;

/// <summary>A run: batch after batch, each difference reported at once, a summary at the end.</summary>
internal static class FuzzRun
{
    public static int Run(Options options, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var summary = new Summary();
        var compiler = new BatchCompiler();
        using var child = new Child();
        for (int done = 0; done < options.Programs && summary.Findings < options.Findings; done += options.BatchSize)
        {
            int size = Math.Min(options.BatchSize, options.Programs - done);
            var programs = Enumerable.Range(options.Seed + done, size).Select(ProgramWriter.Write).ToArray();
            var t0=clock.Elapsed;
            var batch = compiler.Compile(programs);
            var t1=clock.Elapsed;
            child.Run(batch, programs, options.Operations);
            output.WriteLine($"{(t1-t0).TotalMilliseconds:f0} {(clock.Elapsed-t1).TotalMilliseconds:f0}");
            for (int i = 0; i < size; i++)
            {
                var outcome = batch.Outcomes[i]!;
                if (!summary.Add(programs[i], outcome) || summary.Findings > options.Findings)
                    continue;
                var shrunk = options.Shrinks
                    ? new Shrinker(compiler, child, options.Operations).Shrink(programs[i], outcome)
                    : new Finding(programs[i], outcome, batch.GeneratedText(i));
                output.WriteLine(Report.Of(shrunk, options.Operations));
            }
            if (done / options.BatchSize % 10 == 9)
                output.WriteLine($"... {done + size} programs in {clock.Elapsed.TotalSeconds:f0} s");
        }
        output.WriteLine(summary.ToString(clock.Elapsed));
        return summary.Findings == 0 ? 0 : 1;
    }
}
