using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoroutineGen.Benchmarks.Harness;

/// <summary>Nanoseconds by several clocks. CPU time is disturbed far less by a busy machine than the time of day.</summary>
static partial class Clocks
{
    const int ProcessCpuTime = 2, ThreadCpuTime = 3;      // CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID

    [StructLayout(LayoutKind.Sequential)]
    struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    /// <summary>The CPU time of the calling thread, where the system tells it.</summary>
    public static double Thread => OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0 ? Total(time) : Wall;

    /// <summary>The CPU time of all threads of the process.</summary>
    public static double Process => OperatingSystem.IsLinux() && GetTime(ProcessCpuTime, out var time) == 0
        ? Total(time)
        : System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalNanoseconds;

    /// <summary>The time that passes, for work that other threads take part in by turns.</summary>
    public static double Wall => Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);

    static double Total(TimeSpec time) => (time.Seconds * 1e9) + time.Nanoseconds;
}
