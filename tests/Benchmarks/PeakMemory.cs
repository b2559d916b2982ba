using System.Globalization;
using System.Runtime;

namespace VksServerless.Benchmarks;

/// <summary>The most memory that a process has resident from now on, what it has loaded and its runtime included.</summary>
internal static class PeakMemory
{
    /// <returns>Asks for it, in MiB; -1 where the system does not say.</returns>
    public static Func<int> Watch(int process)
    {
        if (process == Environment.ProcessId)
        {
            // What loading has left behind is not the roll-up's.
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        var status = $"/proc/{process}/status";
        if (!File.Exists(status))
        {
            return () => -1;
        }

        // 5: reset the peak to what is resident now.
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        return () => int.Parse(
            File.ReadLines(status).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;
    }
}
