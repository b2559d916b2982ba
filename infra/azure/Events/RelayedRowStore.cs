using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Events;

/// <summary>Offers the messages of each commit to the relay as soon as they are durable.</summary>
public sealed class RelayedRowStore(IRowStore inner, OutboxChannel channel) : IRowStore
{
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
        foreach (var message in messages)
        {
            channel.Offer(new PendingMessage(partition, message));
        }

        return etags;
    }
}
