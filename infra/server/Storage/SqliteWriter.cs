using System.Collections.Concurrent;

namespace VksServerless.Server.Storage;

/// <summary>
/// The one thread that writes. Changes that wait at the same time share one transaction and one fsync, each in a savepoint of its own:
/// the refusal of one undoes only that one.
/// </summary>
internal sealed class SqliteWriter
{
    private const int LargestGroup = 512;

    private readonly Func<SqlSession> _connect;
    private readonly BlockingCollection<PendingChange> _waiting = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqlSession _session;
    private long _groups;
    private volatile bool _isStopped;

    public SqliteWriter(SqlSession session, Func<SqlSession> connect)
    {
        (_session, _connect) = (session, connect);
        new Thread(WriteGroups) { IsBackground = true, Name = "sqlite-writer" }.Start();
    }

    public long Groups => Interlocked.Read(ref _groups);

    public bool IsStopped => _isStopped;

    /// <summary>Called on this thread after each commit, before anybody is told of it.</summary>
    public Action? Committed { get; set; }

    /// <exception cref="InvalidOperationException">It was stopped.</exception>
    public void Add(PendingChange change) => _waiting.Add(change);

    public async Task Stop()
    {
        _isStopped = true;
        _waiting.CompleteAdding();
        await _stopped.Task;
        _session.Dispose();
        _waiting.Dispose();
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

    /// <summary>Throws nothing: without this thread nothing would ever be written again.</summary>
    private void WriteGroup(List<PendingChange> group)
    {
        try
        {
            _session.Run("begin immediate");
            group[0].RunIn(_session);
            while (group.Count < LargestGroup && _waiting.TryTake(out var next))
            {
                group.Add(next);
                next.RunIn(_session);
            }

            _session.Run("commit");
            Interlocked.Increment(ref _groups);
            Committed?.Invoke();
            group.ForEach(change => change.Complete());
        }
        catch (Exception fault)
        {
            // Nothing of the group has come to be, and each of its writers is told.
            Quietly.Do(Restore);
            group.ForEach(change => change.Fail(fault));
        }
    }

    /// <summary>Undoes what is half done; a connection that cannot even do that is replaced.</summary>
    private void Restore()
    {
        try
        {
            if (_session.InTransaction)
            {
                _session.Run("rollback");
            }
        }
        catch (Exception)
        {
            var broken = _session;
            _session = _connect();
            Quietly.Do(broken.Dispose);
        }
    }
}
