using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace VksServerless.Local.Storage;

/// <summary>
/// One SQLite file with one writer. Changes that wait at the same time share one transaction and one fsync, each in
/// a savepoint of its own: the refusal of one undoes only that one. A change's task completes when it is durable.
/// </summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private const int IdleReaders = 8;

    private readonly string _connectionString;
    private readonly SqlSession _writer;
    private readonly BlockingCollection<PendingChange> _waiting = [];
    private readonly ConcurrentBag<SqlSession> _readers = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _groups;

    public SqliteDatabase(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString();
        _writer = Connect();
        // The page size only takes on a file that is new; it must come before the switch to WAL.
        _writer.Batch("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; " +
            "pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 134217728;");
        _writer.Batch(Schema.Sql);
        new Thread(WriteGroups) { IsBackground = true, Name = "sqlite-writer" }.Start();
    }

    /// <summary>Transactions committed so far; many changes may share one.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    /// <summary>Called on the writer's thread after each commit, before anybody is told of it. For tests of a crash at that instant.</summary>
    internal Action? Committed { get; set; }

    /// <summary>Makes the change durable. It runs on the writer's thread: it must not wait for anything.</summary>
    public Task<T> Write<T>(Func<SqlSession, T> change)
    {
        var pending = new PendingChange<T>(change);
        try
        {
            _waiting.Add(pending);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase));
        }

        return pending.Task;
    }

    public Task Write(Action<SqlSession> change) => Write(session =>
    {
        change(session);
        return true;
    });

    /// <summary>Reads what is committed.</summary>
    public T Read<T>(Func<SqlSession, T> query)
    {
        var reader = _readers.TryTake(out var idle) ? idle : Connect();
        try
        {
            return query(reader);
        }
        finally
        {
            if (_readers.Count < IdleReaders && !_waiting.IsAddingCompleted)
            {
                _readers.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_waiting.IsAddingCompleted)
        {
            return;
        }

        _waiting.CompleteAdding();
        await _stopped.Task;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
        _waiting.Dispose();
    }

    private SqlSession Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var session = new SqlSession(connection);
        session.Batch("pragma busy_timeout = 10000; pragma cache_size = -32768; pragma mmap_size = 268435456; pragma synchronous = full;");
        return session;
    }

    private void WriteGroups()
    {
        var group = new List<PendingChange>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            WriteGroup(group);
            group.Clear();
        }

        _stopped.SetResult();
    }

    private void WriteGroup(List<PendingChange> group)
    {
        try
        {
            _writer.Run("begin immediate");
            group[0].RunIn(_writer);
            while (group.Count < LargestGroup && _waiting.TryTake(out var next))
            {
                group.Add(next);
                next.RunIn(_writer);
            }

            _writer.Run("commit");
            Interlocked.Increment(ref _groups);
            Committed?.Invoke();
            group.ForEach(change => change.Complete());
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException)
        {
            // The disk is full or broken: nothing of the group has come to be, and each waiter is told.
            if (_writer.InTransaction)
            {
                _writer.Run("rollback");
            }

            group.ForEach(change => change.Fail(fault));
        }
    }
}
