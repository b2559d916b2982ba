using VksServerless.Storage;

namespace VksServerless.Faults.Faults;

internal sealed class FailingRowStore(IRowStore inner, FaultPlan plan) : IRowStore
{
    public Task<Row?> Find(string partition, string key, CancellationToken cancellation) => inner.Find(partition, key, cancellation);

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
        inner.List(partition, keyPrefix, cancellation);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        inner.First(partition, keyPrefix, after, most, cancellation);

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

    public Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation) =>
        plan.Refuses(partition) ? throw new LineCutException() : plan.Around(() => inner.Commit(partition, writes, messages, cancellation));
}

internal sealed class FailingBlobStore(IBlobStore inner, FaultPlan plan) : IBlobStore
{
    public Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation) =>
        plan.Around(() => inner.Write(name, content, keep, cancellation));

    public Task<Stream?> Open(string name, CancellationToken cancellation) => inner.Open(name, cancellation);

    public Task Delete(string name, CancellationToken cancellation) => plan.Around(async () =>
    {
        await inner.Delete(name, cancellation);
        return true;
    });
}
