using VksServerless.Contracts.Blobs;
using VksServerless.Storage;

namespace VksServerless.Contracts.Sqlite;

public class Blobs_in_SQLite_and_files : BlobStoreContract, IAsyncDisposable
{
    private readonly OnSqlite _sqlite = new();

    public override async Task DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        await base.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _sqlite.DisposeAsync();
    }

    protected override Task<IBlobStore> NewStore() => Task.FromResult<IBlobStore>(_sqlite.Blobs());
}
