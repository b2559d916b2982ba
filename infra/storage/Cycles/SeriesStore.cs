using VksServerless.Application.Cycles;
using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

internal sealed class SeriesStore(IRowStore rows) : ISeries
{
    private const string Partition = "series";

    public async Task<IReadOnlyList<Versioned<CycleSeries>>> All(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(StoredJson.Read<CycleSeries>)];

    public async Task<Versioned<CycleSeries>?> Read(SeriesCode code, CancellationToken cancellation) =>
        await rows.Find(Partition, code.ToString(), cancellation) is { } row ? StoredJson.Read<CycleSeries>(row) : null;

    public async Task<ETag?> Save(CycleSeries next, ETag etag, CancellationToken cancellation)
    {
        var (key, row) = (next.Code.ToString(), StoredJson.Write(next));
        var etags = await rows.TryCommit(
            Partition, [etag.IsNone ? new RowWrite.Insert(key, row) : new RowWrite.Replace(key, row, etag)], [], cancellation);
        return etags?[key];
    }
}
