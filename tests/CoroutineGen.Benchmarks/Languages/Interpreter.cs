using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CoroutineGen.Benchmarks.Languages;

/// <summary>Another language's programs: one process runs them all, measures itself, and prints a line for each.</summary>
sealed class Interpreter(string command, string script)
{
    readonly Lazy<IReadOnlyDictionary<string, double>> _figures = new(() => Run(command, script));

    /// <summary>Nanoseconds for an operation of a program; null where the language is not installed.</summary>
    public double? Time(string program) => _figures.Value.TryGetValue(program, out double time) ? time : null;

    static Dictionary<string, double> Run(string command, string script)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Languages", script);
        var start = new ProcessStartInfo(command, [path]) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{command} {script} ended with code {process.ExitCode}.");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine($"{command} is not installed: left out.");
            return [];
        }
    }
}
