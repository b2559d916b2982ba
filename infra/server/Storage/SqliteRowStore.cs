using VksServerless.Server.Events;
using VksServerless.Storage;

namespace VksServerless.Server.Storage;

/// <summary>Rows in SQLite. The messages of a commit become deliveries in the same transaction: the outbox is the queue.</summary>
public sealed class SqliteRowStore(SqliteDatabase database, DeliveryBell bell, TimeProvider clock) : IRowStore
{
    private const int ForgetEvery = 1000;
    private int _sinceForgotten;

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition, key);
        return Task.FromResult(database.Read(session => session.First(
            "select partition, key, body, etag from rows where partition = ?1 and key = ?2", RowMapping.Row, partition, key)));
    }

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
        Rows(partition, keyPrefix, null, -1);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Rows(partition, keyPrefix, after, most);
    }

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1000);
        return Task.FromResult(database.Read(session => new RowScan(session, partitionPrefix, keyPrefix).Page(size, continuation)));
    }

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        RowLimits.CheckCommit(partition, writes, messages);
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var (etags, subscriptions) = await database.Write(session =>
        {
            var written = RowMapping.Apply(session, partition, writes);
            return (written, Put(session, messages, now));
        });

        // Before the caller goes on, so that nobody sees an idle moment in between.
        bell.Ring(subscriptions);
        return etags;
    }

    private HashSet<string> Put(SqlSession session, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
    {
        if (messages.Count > 0 && _sinceForgotten++ % ForgetEvery == 0)
        {
            DeliveryRows.ForgetOld(session, now);
        }

        return DeliveryRows.Put(session, messages, now);
    }

    /// <param name="most">Negative: all.</param>
    private Task<IReadOnlyList<Row>> Rows(string partition, string keyPrefix, string? after, int most)
    {
        RowLimits.CheckNames(partition);
        return Task.FromResult<IReadOnlyList<Row>>(database.Read(session => session.All(
            "select partition, key, body, etag from rows where partition = ?1 and key >= ?2 and key > ?3 and key < ?4 "
            + "order by key limit ?5",
            RowMapping.Row, partition, keyPrefix, after ?? "", Prefix.End(keyPrefix), most)));
    }
}
