using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nodus.Benchmarks;

/// <summary>
/// CPU time of the calling thread, so that other work on the machine does not count. Where the system tells it another
/// way than POSIX, wall time stands in.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Milliseconds since some moment.</summary>
    public static double Milliseconds()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0)
            return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
        return Stopwatch.GetElapsedTime(0).TotalMilliseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
