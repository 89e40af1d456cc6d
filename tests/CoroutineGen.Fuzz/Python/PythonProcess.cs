using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CoroutineGen.Fuzz.Worlds;

namespace CoroutineGen.Fuzz.Python;

/// <summary>One CPython that lives for a whole run and is fed with programs.</summary>
internal sealed class PythonProcess : IDisposable
{
    private readonly Process _process;

    private PythonProcess(Process process, string version) => (_process, Version) = (process, version);

    public string Version { get; }

    /// <summary>Null where there is no python3 on the machine.</summary>
    /// <param name="script">What to run there.</param>
    public static PythonProcess? TryStart(string script = "protocol.py")
    {
        try
        {
            string version = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true })!.StandardOutput.ReadToEnd().Trim();
            var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Python", script)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
            };
            return new(Process.Start(start)!, version);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public string[] Run(ProtocolProgram program, int operations)
    {
        var steps = ProtocolScript.Of(program.Seed, operations).Select(s => new[] { s.Slot, s.Dice, s.Kind, s.Value });
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { Source = PythonPrinter.Print(program), Steps = steps }));
        _process.StandardInput.Flush();
        return JsonSerializer.Deserialize<string[]>(
            _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"python3 has died on the program of seed {program.Seed}."))!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
