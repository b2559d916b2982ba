using VksServerless.Server.Events;
using VksServerless.Server.Storage;

namespace VksServerless.Contracts.Sqlite;

/// <summary>A database in a folder of its own.</summary>
internal sealed class OnSqlite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vks-contract-").FullName;
    private readonly SqliteDatabase _database;

    public OnSqlite() => _database = new SqliteDatabase(Path.Combine(_folder, "vks.db"));

    public SqliteRowStore Rows() => new(_database, new DeliveryBell(), TimeProvider.System);

    public FileBlobStore Blobs() => new(_database, new BlobFolder(Path.Combine(_folder, "blobs"), _database));

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
