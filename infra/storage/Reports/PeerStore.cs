using System.Collections.Concurrent;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

internal sealed class PeerStore(IRowStore rows) : IPeers
{
    private const string Partition = "peers";
    private readonly ConcurrentDictionary<CycleId, IReadOnlyDictionary<UnitLevel, PeerFigures>> _known = [];

    public async Task Keep(CycleId cycle, IReadOnlyDictionary<UnitLevel, PeerFigures> peers, CancellationToken cancellation) =>
        await rows.TryCommit(Partition, [new RowWrite.Insert(cycle.ToString(), StoredJson.Write(peers))], [], cancellation);

    public async Task<IReadOnlyDictionary<UnitLevel, PeerFigures>?> Read(CycleId cycle, CancellationToken cancellation)
    {
        if (_known.TryGetValue(cycle, out var known))
        {
            return known;
        }

        return await rows.Find(Partition, cycle.ToString(), cancellation) is { } row
            ? _known.GetOrAdd(cycle, StoredJson.Read<IReadOnlyDictionary<UnitLevel, PeerFigures>>(row.Body))
            : null;
    }
}
