using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.Benchmarks;

/// <summary>Counts what is asked of the stores. A call is a transaction of Table or Blob Storage, a list one for each 1,000 rows.</summary>
internal sealed class StoreUse
{
    private const int Page = 1000;

    private readonly ConcurrentDictionary<string, long> _calls = [];
    private readonly ConcurrentDictionary<string, long> _events = [];
    private long _rowsRead;

    public IReadOnlyDictionary<string, long> Calls => new SortedDictionary<string, long>(_calls);

    public IReadOnlyDictionary<string, long> Events => new SortedDictionary<string, long>(_events);

    public long RowsRead => Interlocked.Read(ref _rowsRead);

    public void Watch(IServiceCollection services)
    {
        services.AddSingleton<IRowStore>(provider => new Rows(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider), this));
        services.AddSingleton<IBlobStore>(provider => new Blobs(ActivatorUtilities.CreateInstance<FileBlobStore>(provider), this));
    }

    public void Forget()
    {
        _calls.Clear();
        _events.Clear();
        Interlocked.Exchange(ref _rowsRead, 0);
    }

    private static void Add(ConcurrentDictionary<string, long> to, string name, long count = 1) =>
        to.AddOrUpdate(name, count, (_, before) => before + count);

    private async Task<IReadOnlyList<Row>> Read(string call, Task<IReadOnlyList<Row>> reading)
    {
        var rows = await reading;
        Add(_calls, call, Math.Max(1, (rows.Count + Page - 1) / Page));
        Interlocked.Add(ref _rowsRead, rows.Count);
        return rows;
    }

    private sealed class Rows(IRowStore inner, StoreUse use) : IRowStore
    {
        public async Task<Row?> Find(string partition, string key, CancellationToken cancellation)
        {
            Add(use._calls, "find");
            Interlocked.Increment(ref use._rowsRead);
            return await inner.Find(partition, key, cancellation);
        }

        public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
            use.Read("list", inner.List(partition, keyPrefix, cancellation));

        public Task<IReadOnlyList<Row>> First(
            string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
            use.Read("first", inner.First(partition, keyPrefix, after, most, cancellation));

        public async Task<RowPage> Scan(
            string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation)
        {
            var page = await inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);
            Add(use._calls, "scan");
            Interlocked.Add(ref use._rowsRead, page.Rows.Count);
            return page;
        }

        public Task<IReadOnlyDictionary<string, ETag>> Commit(
            string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
        {
            Add(use._calls, "commit");
            foreach (var message in messages)
            {
                Add(use._events, message.Subject);
            }

            return inner.Commit(partition, writes, messages, cancellation);
        }
    }

    private sealed class Blobs(IBlobStore inner, StoreUse use) : IBlobStore
    {
        public Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation)
        {
            Add(use._calls, "blob write");
            return inner.Write(name, content, keep, cancellation);
        }

        public Task<Stream?> Open(string name, CancellationToken cancellation)
        {
            Add(use._calls, "blob read");
            return inner.Open(name, cancellation);
        }

        public Task Delete(string name, CancellationToken cancellation)
        {
            Add(use._calls, "blob delete");
            return inner.Delete(name, cancellation);
        }
    }
}
