using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

/// <summary>Where everything that a cycle's events come from is kept.</summary>
public static class CyclePartitions
{
    internal const string Cycles = "cycle|";

    /// <summary>Prefixes of the cycle's partitions: its own and those of its superiors.</summary>
    public static IReadOnlyList<string> Of(CycleId cycle) => [$"{Cycles}{cycle}", NodeRows.Partitions(cycle)];
}
