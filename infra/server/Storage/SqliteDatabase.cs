using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace VksServerless.Server.Storage;

/// <summary>One SQLite file with one writer (<see cref="SqliteWriter"/>). A change's task completes when it is durable.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private const int IdleReaders = 8;

    private readonly string _connectionString;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqlSession> _readers = [];

    /// <summary>Opens the file, or makes it. One of an earlier format is taken over by <see cref="EarlierFormats"/> before.</summary>
    public SqliteDatabase(string path)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString();
        _writer = new SqliteWriter(Prepare(), Connect);
    }

    /// <summary>Transactions committed so far; many changes may share one.</summary>
    public long Groups => _writer.Groups;

    /// <summary>Called on the writer's thread after each commit, before anybody knows. For tests of a crash at that instant.</summary>
    internal Action? Committed
    {
        get => _writer.Committed;
        set => _writer.Committed = value;
    }

    /// <summary>Makes the change durable. It runs on the writer's thread: it must not wait for anything.</summary>
    public Task<T> Write<T>(Func<SqlSession, T> change)
    {
        var pending = new PendingChange<T>(change);
        try
        {
            _writer.Add(pending);
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
        T result;
        try
        {
            result = query(reader);
        }
        catch (Exception)
        {
            // It may be in the middle of something; the fault of the query is the one to tell.
            Quietly.Do(reader.Dispose);
            throw;
        }

        if (_readers.Count < IdleReaders && !_writer.IsStopped)
        {
            _readers.Add(reader);
        }
        else
        {
            reader.Dispose();
        }

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer.IsStopped)
        {
            return;
        }

        await _writer.Stop();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private SqlSession Prepare()
    {
        var session = Connect();
        try
        {
            // The page size only takes on a file that is new; it must come before the switch to WAL.
            session.Batch("pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; " +
                "pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 134217728;");
            session.Batch($"begin; {Schema.Sql} pragma user_version = {Schema.Version}; commit;");
            return session;
        }
        catch
        {
            Quietly.Do(session.Dispose);
            throw;
        }
    }

    private SqlSession Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            var session = new SqlSession(connection);
            session.Batch(
                "pragma busy_timeout = 10000; pragma cache_size = -32768; pragma mmap_size = 268435456; pragma synchronous = full;");
            return session;
        }
        catch
        {
            Quietly.Do(connection.Dispose);
            throw;
        }
    }
}
