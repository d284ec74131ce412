namespace Nodus.Benchmarks;

/// <summary>What one run took.</summary>
/// <param name="Ms">CPU time of the thread in milliseconds; wall time where the system does not tell it.</param>
/// <param name="Bytes">Allocated on the managed heap.</param>
internal readonly record struct Cost(double Ms, long Bytes);

/// <summary>Times warm runs. The fastest of a few counts: on a shared machine it is the nearest to what the work itself takes.</summary>
internal static class WarmRun
{
    /// <summary>The fastest of some runs, each after something that is not timed; memory is that of the last.</summary>
    /// <param name="repeats">At least 1.</param>
    /// <param name="before">Puts things back to where a run begins.</param>
    /// <param name="timed">The run.</param>
    public static Cost Fastest(int repeats, Action before, Action timed)
    {
        double fastest = double.MaxValue;
        long bytes = 0;
        for (int i = 0; i < repeats; i++)
        {
            before();
            long had = GC.GetAllocatedBytesForCurrentThread();
            double start = ThreadClock.Milliseconds();
            timed();
            fastest = Math.Min(fastest, ThreadClock.Milliseconds() - start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - had;
        }

        return new Cost(fastest, bytes);
    }

    /// <summary>The fastest of some runs that need no preparation.</summary>
    public static double Fastest(int repeats, Action timed) => Fastest(repeats, static () => { }, timed).Ms;
}
