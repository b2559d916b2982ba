using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

/// <summary>Each unit's drafts, in a partition of its own, one after each hand-in: a row's body is the content itself.</summary>
internal sealed class Drafts(IRowStore rows)
{
    public async Task<Versioned<ReadOnlyMemory<byte>>?> Read(
        CycleId cycle, UnitCode unit, int after, CancellationToken cancellation) =>
        await rows.Find(Partition(cycle, unit), Key(after), cancellation) is { } row
            ? new Versioned<ReadOnlyMemory<byte>>(row.Body, row.ETag)
            : null;

    public async Task<ETag?> Save(
        CycleId cycle, UnitCode unit, int after, ReadOnlyMemory<byte> content, ETag? etag, CancellationToken cancellation)
    {
        RowWrite write = etag is { } read ? new RowWrite.Replace(Key(after), content, read) : new RowWrite.Insert(Key(after), content);
        var etags = await rows.TryCommit(Partition(cycle, unit), [write], [], cancellation);
        return etags?[Key(after)];
    }

    /// <summary>Before the first hand-in as earlier versions named it.</summary>
    private static string Key(int after) => after == 0 ? "draft" : $"draft.{after:0000}";

    private static string Partition(CycleId cycle, UnitCode unit) => $"draft|{cycle}|{unit}";
}
