using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using CoroutineGen.Fuzz.Grammar;

namespace CoroutineGen.Fuzz.Running;

/// <summary>
/// Runs batches in a process of their own, which is started again after a crash or a hang: those are findings, not the end of a run.
/// </summary>
/// <param name="assembly">The fuzzer to run as a child; another copy of it has another runtime beside it.</param>
/// <param name="optimizes">Whether the child's JIT does.</param>
internal sealed class Child(string assembly, bool optimizes = true) : IDisposable
{
    private const int FirstSignal = 128;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Process? _process;
    private Channel<string?> _lines = Channel.CreateUnbounded<string?>();
    private string _errors = "";

    public Child(bool optimizes = true)
        : this(typeof(Child).Assembly.Location, optimizes)
    {
    }

    /// <summary>Runs all programs of a batch that have no outcome yet, and fills their outcomes in; or only up to the first crash or hang.</summary>
    public void Run(CompiledBatch batch, IReadOnlyList<FuzzProgram> programs, int operations, bool untilFound = false)
    {
        string path = Path.Combine(Path.GetTempPath(), $"coroutine-fuzz-{Guid.NewGuid():n}.dll");
        File.WriteAllBytes(path, batch.Image);
        try
        {
            var left = Enumerable.Range(0, programs.Count).Where(i => batch.Outcomes[i] is null).ToList();
            while (left.Count > 0 && !(untilFound && batch.Outcomes.Any(o => o is { Verdict: Verdict.Crash or Verdict.Hang })))
                left.RemoveRange(0, RunSome(path, batch, programs, operations, left));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => Stop();

    /// <returns>How many programs are settled: all, or those up to a crash.</returns>
    private int RunSome(string path, CompiledBatch batch, IReadOnlyList<FuzzProgram> programs, int operations, List<int> left)
    {
        var process = Started();
        var request = new ChildRequest(
            path, operations, [.. left.Select(i => new ChildProgram(BatchCompiler.NamespaceOf(i) + ".Host", programs[i].Seed, programs[i].Closes, programs[i].Threads, programs[i].IsAsync, programs[i].Saves))]);
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        process.StandardInput.Flush();
        for (int settled = 0; settled < left.Count;)
        {
            bool inTime = TryRead(out string? line);
            if (!inTime || line is null)
            {
                if (!inTime)
                    Stop();
                _process = null;
                int last = left[settled];
                batch.Outcomes[last] = !inTime ? new(Verdict.Hang, $"not done after {Patience.TotalSeconds} s") : new(Verdict.Crash, Obituary(process));
                if (inTime && optimizes && process.ExitCode >= FirstSignal)
                    TryUnoptimized(path, batch, programs, operations, last);
                return settled + 1;
            }
            var answer = JsonSerializer.Deserialize<ChildAnswer>(line)!;
            if (!answer.Begins)
                batch.Outcomes[left[settled++]] = answer.Expected is null
                    ? new(Verdict.Same, "", Actual: answer.Actual) { Saves = answer.Saves }
                    : new(answer.IsUnsteady ? Verdict.Unsteady : Verdict.Different, "", answer.Expected, answer.Actual);
        }
        return left.Count;
    }

    private void TryUnoptimized(string path, CompiledBatch batch, IReadOnlyList<FuzzProgram> programs, int operations, int index)
    {
        using var plain = new Child(assembly, optimizes: false);
        var crash = batch.Outcomes[index]!;
        plain.RunSome(path, batch, programs, operations, [index]);
        if (batch.Outcomes[index] is { Verdict: Verdict.Same })
            batch.Outcomes[index] = crash with { Verdict = Verdict.JitCrash };
    }

    /// <summary>The exit code tells a signal (128 and its number) from an exception.</summary>
    private string Obituary(Process process)
    {
        process.WaitForExit();
        return $"exit code {process.ExitCode}: {(_errors.Length > 2000 ? _errors[..2000] : _errors)}";
    }

    private bool TryRead(out string? line)
    {
        var reading = _lines.Reader.ReadAsync().AsTask();
        bool inTime = reading.Wait(Patience);
        line = inTime ? reading.Result : null;
        return inTime;
    }

    private Process Started()
    {
        if (_process is { HasExited: false })
            return _process;
        _errors = "";
        var lines = _lines = Channel.CreateUnbounded<string?>();
        var start = new ProcessStartInfo("dotnet", [assembly, ChildProcess.Switch])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // To compile programs that run once is most of the child's work.
            Environment =
            {
                ["DOTNET_DbgEnableMiniDump"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_EnableWriteXorExecute"] = "0",
                ["DOTNET_JITMinOpts"] = optimizes ? "0" : "1",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => lines.Writer.TryWrite(e.Data);
        process.ErrorDataReceived += (_, e) => _errors += e.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return _process = process;
    }

    private void Stop()
    {
        if (_process is { HasExited: false } process)
            process.Kill();
        _process?.Dispose();
        _process = null;
    }
}
