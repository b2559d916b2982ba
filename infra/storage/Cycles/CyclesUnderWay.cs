using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

/// <summary>
/// The index of the cycles that were started. A cycle is entered before it is written as running: an entry too many is looked at
/// and found not to run, one too few would never be looked at.
/// </summary>
internal sealed class CyclesUnderWay(IRowStore rows)
{
    private const string Partition = "cycles-under-way";
    private const string Entries = "c|";

    /// <summary>Present once the cycles of an older data folder have been entered.</summary>
    private const string Complete = "complete";

    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    private volatile bool _isComplete;

    public Task Add(CycleId cycle, CancellationToken cancellation) =>
        rows.Commit(Partition, [new RowWrite.Upsert(Entries + cycle, Nothing)], [], cancellation);

    public async Task<IReadOnlyList<Versioned<CycleId>>> All(CancellationToken cancellation)
    {
        await MakeComplete(cancellation);
        return
        [
            .. (await rows.List(Partition, Entries, cancellation))
                .Select(row => new Versioned<CycleId>(CycleId.Of(row.Key[Entries.Length..]), row.ETag)),
        ];
    }

    public async Task Remove(Versioned<CycleId> entry, CancellationToken cancellation) =>
        await rows.TryCommit(Partition, [new RowWrite.Delete(Entries + entry.Value, entry.ETag)], [], cancellation);

    private async Task MakeComplete(CancellationToken cancellation)
    {
        if (_isComplete)
        {
            return;
        }

        if (await rows.Find(Partition, Complete, cancellation) is null)
        {
            string? continuation = null;
            do
            {
                var page = await rows.Scan(CyclePartitions.Cycles, CyclePartitions.CycleKey, 200, continuation, cancellation);
                foreach (var cycle in page.Rows.Select(row => StoredJson.Read<Cycle>(row.Body)).Where(cycle => !cycle.IsDraft))
                {
                    await Add(cycle.Id, cancellation);
                }

                continuation = page.Continuation;
            }
            while (continuation is not null);
            await rows.Commit(Partition, [new RowWrite.Upsert(Complete, Nothing)], [], cancellation);
        }

        _isComplete = true;
    }
}
