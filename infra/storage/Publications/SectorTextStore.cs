using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Storage.Publications;

internal sealed class SectorTextStore(IRowStore rows) : ISectorTexts
{
    private const string Partition = "sector-texts";

    public async Task<Versioned<SectorText>?> Read(CycleId cycle, CancellationToken cancellation) =>
        await rows.Find(Partition, cycle.ToString(), cancellation) is { } row ? StoredJson.Read<SectorText>(row) : null;

    public async Task<ETag?> Save(CycleId cycle, SectorText text, ETag etag, CancellationToken cancellation)
    {
        var (key, row) = (cycle.ToString(), StoredJson.Write(text));
        var etags = await rows.TryCommit(
            Partition, [etag.IsNone ? new RowWrite.Insert(key, row) : new RowWrite.Replace(key, row, etag)], [], cancellation);
        return etags?[key];
    }
}
