using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>When, where and on what a run was made.</summary>
sealed record Circumstances(string Date, string Commit, string Machine, string Runtime, string Load)
{
    public static Circumstances Now(string repository) => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        Git(repository, "rev-parse", "--short", "HEAD") + (Changed(repository) ? " with changes" : ""),
        $"{Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}",
        RuntimeInformation.FrameworkDescription,
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown");

    public override string ToString() => $"{Date}, commit {Commit}, {Runtime}, {Machine}; load at the start {Load}";

    static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(IsModel)?.Split(": ").Last() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();

    static bool IsModel(string line) => line.StartsWith("model name", StringComparison.Ordinal);

    static bool Changed(string repository) => Git(repository, "status", "--porcelain", "--", "src", "tests").Length > 0;

    static string Git(string repository, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", repository, .. arguments]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }
}
