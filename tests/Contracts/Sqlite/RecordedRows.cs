using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Contracts.Sqlite;

/// <summary>
/// SQLite has no outbox: its messages become deliveries in the same transaction (tests/Server). What was committed is kept here, so that
/// the contracts can see which messages go with which change.
/// </summary>
internal sealed class RecordedRows(IRowStore inner) : IRowStore, IOutbox
{
    private readonly Lock _lock = new();
    private readonly List<PendingMessage> _committed = [];

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation) => inner.Find(partition, key, cancellation);

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
        inner.List(partition, keyPrefix, cancellation);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        inner.First(partition, keyPrefix, after, most, cancellation);

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var etags = await inner.Commit(partition, writes, messages, cancellation);
        lock (_lock)
        {
            _committed.AddRange(messages.Select(message => new PendingMessage(partition, message)));
        }

        return etags;
    }

    public Task<IReadOnlyList<PendingMessage>> Pending(string partition, TimeSpan settled, int size, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<PendingMessage>>(
                [.. _committed.Where(message => message.Partition == partition).Take(size)]);
        }
    }

    public Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _committed.RemoveAll(
                committed =>
                    messages.Any(message => message.Partition == committed.Partition && message.Message.Id == committed.Message.Id));
        }

        return Task.CompletedTask;
    }
}
