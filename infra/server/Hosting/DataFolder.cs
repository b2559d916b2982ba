using Microsoft.Data.Sqlite;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Hosting;

/// <summary>The folder that everything is kept in, opened for this process alone.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private readonly FolderLock _lock;

    private DataFolder(FolderLock folderLock, SqliteDatabase database, BlobFolder blobs) =>
        (_lock, Database, Blobs) = (folderLock, database, blobs);

    internal SqliteDatabase Database { get; }

    internal BlobFolder Blobs { get; }

    /// <summary>Opens it, makes it where there is none, takes it over where an earlier version has written it.</summary>
    /// <exception cref="DataFolderException">It cannot be used; the message says why and what to do.</exception>
    public static DataFolder Open(string folder, DateTimeOffset now)
    {
        var folderLock = FolderLock.Take(folder);
        SqliteDatabase? database = null;
        try
        {
            var path = Path.Combine(folder, "vks.db");
            EarlierFormats.TakeOver(path, now);
            database = new SqliteDatabase(path);
            return new DataFolder(folderLock, database, new BlobFolder(Path.Combine(folder, "blobs"), database));
        }
        catch (Exception fault)
        {
            Quietly.Do(() => database?.DisposeAsync().AsTask().GetAwaiter().GetResult());
            Quietly.Do(folderLock.Dispose);
            if (fault is SqliteException unusable)
            {
                throw new DataFolderException(
                    $"The database in {Path.GetFullPath(folder)} cannot be opened: {unusable.Message} "
                    + "Give the server another folder with --data.",
                    unusable);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _lock.Dispose();
    }
}

/// <summary>A data folder that the server cannot run on.</summary>
public class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
