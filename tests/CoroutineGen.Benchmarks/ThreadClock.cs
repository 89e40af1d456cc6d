using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoroutineGen.Benchmarks;

/// <summary>The CPU time of the calling thread, which a busy machine disturbs far less than the time of day.</summary>
static partial class ThreadClock
{
    const int ThreadCpuTime = 3;      // CLOCK_THREAD_CPUTIME_ID

    [StructLayout(LayoutKind.Sequential)]
    struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    public static double Nanoseconds
    {
        get
        {
            if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0)
                return (time.Seconds * 1e9) + time.Nanoseconds;
            return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
        }
    }
}
