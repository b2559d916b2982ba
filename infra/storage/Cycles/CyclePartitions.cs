using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

/// <summary>Where everything that a cycle's events come from is kept.</summary>
public static class CyclePartitions
{
    internal const string Cycles = "cycle|";

    internal const string CycleKey = "cycle";

    /// <summary>The cycle's own partition, and as soon as it has a roster those of its superiors.</summary>
    public static IReadOnlyList<string> Of(CycleId cycle, Roster? roster) => roster is null ? [$"{Cycles}{cycle}"] :
    [
        $"{Cycles}{cycle}",
        NodeRows.Partition(cycle, null),
        .. roster.Nodes.Select(node => node.Unit).Union(roster.Participants.Select(participant => participant.Superior))
            .Select(superior => NodeRows.Partition(cycle, superior)),
    ];
}
