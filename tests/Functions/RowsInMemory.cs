using VksServerless.Storage;

namespace VksServerless.Functions.Tests;

/// <summary>Rows that the test can look at.</summary>
internal sealed class RowsInMemory : IRowStore
{
    private readonly SortedDictionary<(string Partition, string Key), Row> _rows = [];

    public IReadOnlyList<Row> All => [.. _rows.Values];

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation) =>
        Task.FromResult(_rows.GetValueOrDefault((partition, key)));

    /// <summary>Goes on later, as a store does that is asked over the network.</summary>
    public async Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation)
    {
        await Task.Yield();
        return [.. All.Where(row => row.Partition == partition && row.Key.StartsWith(keyPrefix, StringComparison.Ordinal))];
    }

    public async Task<IReadOnlyList<Row>> First(
        string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        [.. (await List(partition, keyPrefix, cancellation)).Where(row => string.CompareOrdinal(row.Key, after) > 0).Take(most)];

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        Task.FromResult(new RowPage(
            [
                .. All.Where(row => row.Partition.StartsWith(partitionPrefix, StringComparison.Ordinal)
                    && row.Key.StartsWith(keyPrefix, StringComparison.Ordinal)),
            ],
            null));

    public Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        foreach (var write in writes)
        {
            var body = write switch
            {
                RowWrite.Insert when _rows.ContainsKey((partition, write.Key)) => throw new RowConflictException(partition),
                RowWrite.Insert insert => insert.Body,
                RowWrite.Upsert upsert => upsert.Body,
                _ => throw new NotSupportedException(),
            };
            _rows[(partition, write.Key)] = new Row(partition, write.Key, body, ETag.Of("1"));
        }

        return Task.FromResult<IReadOnlyDictionary<string, ETag>>(writes.ToDictionary(write => write.Key, _ => ETag.Of("1")));
    }
}
