using VksServerless.Application.Cycles;
using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

internal sealed class CycleStore(IRowStore rows, Rosters rosters, CyclesUnderWay underWay) : ICycles
{
    private const string Partitions = CyclePartitions.Cycles;
    private const string Key = CyclePartitions.CycleKey;

    public async Task<bool> Create(Cycle cycle, CancellationToken cancellation) =>
        await rows.TryCommit(Partition(cycle.Id), [new RowWrite.Insert(Key, StoredJson.Write(cycle))], [], cancellation) is not null;

    public async Task<Versioned<Cycle>?> Read(CycleId id, CancellationToken cancellation) =>
        await rows.Find(Partition(id), Key, cancellation) is { } row ? StoredJson.Read<Cycle>(row) : null;

    public async Task<Page<Cycle>> List(int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(Partitions, Key, size, continuation, cancellation);
        return new Page<Cycle>([.. page.Rows.Select(row => StoredJson.Read<Cycle>(row.Body))], page.Continuation);
    }

    public Task<IReadOnlyList<Versioned<CycleId>>> UnderWay(CancellationToken cancellation) => underWay.All(cancellation);

    public Task Leave(Versioned<CycleId> entry, CancellationToken cancellation) => underWay.Remove(entry, cancellation);

    public async Task<bool> Save(Versioned<Cycle> read, Cycle next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation)
    {
        if (next.IsRunning && !read.Value.IsRunning)
        {
            await underWay.Add(next.Id, cancellation);
        }

        return await rows.TryCommit(
            Partition(next.Id), [new RowWrite.Replace(Key, StoredJson.Write(next), read.ETag)], events, cancellation) is not null;
    }

    public Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation) => rosters.Fix(cycle, roster, cancellation);

    public Task<string> Keep(CycleId cycle, Roster roster, CancellationToken cancellation) => rosters.Keep(cycle, roster, cancellation);

    public Task<Roster?> Roster(Cycle cycle, CancellationToken cancellation) => rosters.Find(cycle, cancellation);

    private static string Partition(CycleId id) => Partitions + id;
}
