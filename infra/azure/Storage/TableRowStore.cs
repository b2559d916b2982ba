using Azure;
using Azure.Data.Tables;
using VksServerless.Storage;
using VksServerless.Storage.Events;
using EntityPage = Azure.Page<Azure.Data.Tables.TableEntity>;
using ETag = VksServerless.Kernel.ETag;
using TableETag = Azure.ETag;

namespace VksServerless.Azure.Storage;

/// <summary>Rows in one table of Table Storage. What may pass (429, 503, a broken line) is tried again by the client itself.</summary>
public sealed class TableRowStore(TableClient table, TimeProvider time) : IRowStore, IOutbox
{
    private const int LargestPage = 1000;

    public async Task<Row?> Find(string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition, key);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? Row(found.Value!) : null;
    }

    public async Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition);
        var rows = new List<Row>();
        await foreach (var entity in Query(TableFilters.Rows(partition, keyPrefix), LargestPage, cancellation))
        {
            rows.Add(Row(entity));
        }

        return rows;
    }

    public async Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var rows = new List<Row>();
        await foreach (var entity in Query(TableFilters.RowsAfter(partition, keyPrefix, after), Math.Min(most, LargestPage), cancellation))
        {
            rows.Add(Row(entity));
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    public async Task<RowPage> Scan(
        string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestPage);
        var filter = TableFilters.RowsOfPartitions(partitionPrefix, keyPrefix);
        var rows = new List<Row>();
        do
        {
            // The service may break off a page anywhere, even before its first row.
            var page = await FirstPage(Query(filter, size - rows.Count, cancellation), continuation);
            rows.AddRange(page.Values.Select(Row));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null && rows.Count < size);

        return new RowPage(rows, continuation);
    }

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        RowLimits.CheckCommit(partition, writes, messages);
        return writes.Count + messages.Count == 0
            ? new Dictionary<string, ETag>()
            : await new TableCommit(table, partition, writes, messages, time.GetUtcNow()).Submit(cancellation);
    }

    public async Task<IReadOnlyList<PendingMessage>> Pending(string partition, TimeSpan settled, int size, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition);
        var now = time.GetUtcNow();
        var found = new List<TableEntity>();
        var pages = Query(TableFilters.Messages(partition), LargestPage, cancellation).AsPages();
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            found.AddRange(page.Values.Where(entity => TableOutbox.IsSettled(entity, settled, now)));
            if (found.Count >= size)
            {
                break;
            }
        }

        return [.. TableOutbox.OldestFirst(found).Take(size)];
    }

    public async Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation)
    {
        foreach (
            var partition in messages.DistinctBy(message => (message.Partition, message.Message.Id)).GroupBy(message => message.Partition))
        {
            foreach (var keys in partition.Select(message => TableOutbox.Key(message.Message.Id)).Chunk(RowLimits.MostChanges))
            {
                await Forget(partition.Key, keys, cancellation);
            }
        }
    }

    private async Task Forget(string partition, string[] keys, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                keys.Select(
                    key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), TableETag.All)),
                cancellation);
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404)
        {
            // One of them is gone already, and with it the whole transaction. One by one a missing one is passed over.
            foreach (var key in keys)
            {
                await table.DeleteEntityAsync(partition, key, TableETag.All, cancellation);
            }
        }
    }

    private AsyncPageable<TableEntity> Query(string filter, int size, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(filter, size, cancellationToken: cancellation);

    private static async Task<EntityPage> FirstPage(AsyncPageable<TableEntity> query, string? continuation)
    {
        try
        {
            await foreach (var page in query.AsPages(continuation))
            {
                return page;
            }
        }
        catch (RequestFailedException refused) when (refused.Status == 400 && continuation is not null)
        {
            throw new ContinuationUnknownException(refused);
        }

        throw new InvalidOperationException("A query has a first page, be it empty.");
    }

    private static Row Row(TableEntity entity) => new(entity.PartitionKey, entity.RowKey, entity.Body(), ETag.Of(entity.ETag.ToString()));
}
