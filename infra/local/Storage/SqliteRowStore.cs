using VksServerless.Local.Host;
using VksServerless.Storage;

namespace VksServerless.Local.Storage;

/// <summary>Rows and their outbox in SQLite.</summary>
public sealed class SqliteRowStore : IRowStore
{
    private readonly SqliteDatabase _database;
    private readonly Workload _workload;

    /// <param name="workload">Counts the messages in the outbox, which are work that is yet to be done.</param>
    public SqliteRowStore(SqliteDatabase database, Workload workload)
    {
        (_database, _workload) = (database, workload);
        _workload.Began(Work.OutboxRow, (int)database.Read(session => (long)session.Value("select count(*) from outbox")!));
    }

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition, key);
        return Task.FromResult(_database.Read(session => session.First(
            "select partition, key, body, etag from rows where partition = ?1 and key = ?2", RowMapping.Row, partition, key)));
    }

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) => Rows(partition, keyPrefix, null, -1);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Rows(partition, keyPrefix, after, most);
    }

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1000);
        return Task.FromResult(_database.Read(session => new RowScan(session, partitionPrefix, keyPrefix).Page(size, continuation)));
    }

    public async Task<IReadOnlyDictionary<string, string>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        RowLimits.CheckCommit(partition, writes, messages);
        cancellation.ThrowIfCancellationRequested();
        _workload.Began(Work.OutboxRow, messages.Count);
        try
        {
            return await _database.Write(session => RowMapping.Apply(session, partition, writes, messages));
        }
        catch
        {
            _workload.Ended(Work.OutboxRow, messages.Count);
            throw;
        }
    }

    public Task<IReadOnlyList<PendingMessage>> Pending(string partition, TimeSpan settled, int size, CancellationToken cancellation)
    {
        RowLimits.CheckNames(partition);
        return Task.FromResult<IReadOnlyList<PendingMessage>>(_database.Read(session => session.All(
            "select partition, id, subject, body from outbox where partition = ?1 order by seq limit ?2", RowMapping.Message, partition, size)));
    }

    public async Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation)
    {
        if (messages.Count > 0)
        {
            var forgotten = await _database.Write(session => messages.Sum(message => session.Run(
                "delete from outbox where partition = ?1 and id = ?2", message.Partition, message.Message.Id)));
            _workload.Ended(Work.OutboxRow, forgotten);
        }
    }

    /// <param name="most">Negative: all.</param>
    private Task<IReadOnlyList<Row>> Rows(string partition, string keyPrefix, string? after, int most)
    {
        RowLimits.CheckNames(partition);
        return Task.FromResult<IReadOnlyList<Row>>(_database.Read(session => session.All(
            "select partition, key, body, etag from rows where partition = ?1 and key >= ?2 and key > ?3 and key < ?4 order by key limit ?5",
            RowMapping.Row, partition, keyPrefix, after ?? "", Prefix.End(keyPrefix), most)));
    }
}
