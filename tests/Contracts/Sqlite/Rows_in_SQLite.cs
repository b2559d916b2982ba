using VksServerless.Contracts.Rows;
using VksServerless.Storage;

namespace VksServerless.Contracts.Sqlite;

public class Rows_in_SQLite : RowStoreContract, IAsyncDisposable
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

    protected override Task<IRowStore> NewStore() => Task.FromResult<IRowStore>(new RecordedRows(_sqlite.Rows()));
}
