using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VksServerless.Server.Storage;

/// <summary>A change that waits for its turn with the writer.</summary>
internal abstract class PendingChange
{
    public abstract void RunIn(SqlSession session);

    public abstract void Complete();

    public abstract void Fail(Exception fault);
}

internal sealed class PendingChange<T>(Func<SqlSession, T> change) : PendingChange
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _refusal;

    public Task<T> Task => _done.Task;

    public override void RunIn(SqlSession session)
    {
        session.Run("savepoint change");
        try
        {
            _result = change(session);
            session.Run("release change");
        }
        catch (Exception refusal) when (session.InTransaction)
        {
            // Kept first: should undoing it fail too, this is still what the writer is told.
            _refusal = AsFault(refusal);
            session.Run("rollback to change");
            session.Run("release change");
        }
    }

    public override void Complete()
    {
        if (_refusal is null)
        {
            _done.TrySetResult(_result);
        }
        else
        {
            _done.TrySetException(_refusal);
        }
    }

    /// <summary>The group was rolled back: also a refusal was decided on what is not there any more.</summary>
    public override void Fail(Exception fault) => _done.TrySetException(AsFault(fault));

    // A full or broken disk is a fault that may pass; a broken constraint is a bug of this edition and stays what it is.
    private static Exception AsFault(Exception fault) => fault is SqliteException { SqliteErrorCode: not raw.SQLITE_CONSTRAINT }
        ? new IOException("The database could not be written.", fault)
        : fault;
}
