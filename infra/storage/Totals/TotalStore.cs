using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Storage.Cycles;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Storage.Totals;

internal sealed class TotalStore(IRowStore rows, Rosters rosters) : ITotals
{
    public async Task<IReadOnlyList<Child>> Children(CycleId cycle, UnitCode node, CancellationToken cancellation)
    {
        var found = await rows.List(NodeRows.Partition(cycle, node), NodeRows.Children, cancellation);
        var children = new SortedDictionary<UnitCode, Child>();
        foreach (var row in found)
        {
            var unit = UnitCode.Of(row.Key[NodeRows.Children.Length..].Split('|')[1]);
            var sofar = children.GetValueOrDefault(unit) ?? new Child(unit, null, null, null);
            children[unit] = row.Key switch
            {
                _ when row.Key.StartsWith(NodeRows.Obligations, StringComparison.Ordinal) =>
                    sofar with { Obligation = StoredJson.Read<Obligation>(row.Body) },
                _ when row.Key.StartsWith(NodeRows.Contributions, StringComparison.Ordinal) =>
                    sofar with { Contribution = StoredJson.Read<Contribution>(row.Body) },
                _ => sofar with { Below = StoredJson.Read<NodeTotal>(row.Body) },
            };
        }

        return [.. children.Values];
    }

    public async Task<Contribution?> Own(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        await PartitionOf(cycle, node, cancellation) is { } partition
        && await rows.Find(partition, NodeRows.Contribution(node), cancellation) is { } row
            ? StoredJson.Read<Contribution>(row.Body)
            : null;

    public async Task<Versioned<NodeTotal?>> Read(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        await PartitionOf(cycle, node, cancellation) is { } partition
        && await rows.Find(partition, NodeRows.Total(node), cancellation) is { } row
            ? new Versioned<NodeTotal?>(StoredJson.Read<NodeTotal>(row.Body), row.ETag)
            : new Versioned<NodeTotal?>(null, ETag.None);

    public async Task<bool> Save(
        CycleId cycle, Versioned<NodeTotal?> read, NodeTotal next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation)
    {
        var partition = await PartitionOf(cycle, next.Node, cancellation)
            ?? throw new InvalidOperationException($"{next.Node} has no place in the roster of {cycle}.");
        var (key, total) = (NodeRows.Total(next.Node), StoredJson.Write(next));
        RowWrite write = read.ETag.IsNone ? new RowWrite.Insert(key, total) : new RowWrite.Replace(key, total, read.ETag);
        return await rows.TryCommit(partition, [write], events, cancellation) is not null;
    }

    private async Task<string?> PartitionOf(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        node == UnitCode.Sector ? NodeRows.Partition(cycle, null)
            : await rosters.SuperiorOf(cycle, node, cancellation) is { } superior ? NodeRows.Partition(cycle, superior)
            : null;
}
