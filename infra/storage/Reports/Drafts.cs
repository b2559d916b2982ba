using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

/// <summary>Each unit's draft, in a partition of its own: the row's body is the content itself.</summary>
internal sealed class Drafts(IRowStore rows)
{
    private const string Key = "draft";

    public async Task<Versioned<ReadOnlyMemory<byte>>?> Read(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        await rows.Find(Partition(cycle, unit), Key, cancellation) is { } row
            ? new Versioned<ReadOnlyMemory<byte>>(row.Body, row.ETag)
            : null;

    public async Task<ETag?> Save(
        CycleId cycle, UnitCode unit, ReadOnlyMemory<byte> content, ETag? etag, CancellationToken cancellation)
    {
        RowWrite write = etag is { } read ? new RowWrite.Replace(Key, content, read) : new RowWrite.Insert(Key, content);
        var etags = await rows.TryCommit(Partition(cycle, unit), [write], [], cancellation);
        return etags?[Key];
    }

    private static string Partition(CycleId cycle, UnitCode unit) => $"draft|{cycle}|{unit}";
}
