using VksServerless.Contracts.Ports;

namespace VksServerless.Contracts.Sqlite;

internal static class SqliteEdition
{
    public static Task<Edition> New()
    {
        var sqlite = new OnSqlite();
        return Task.FromResult(new Edition(new RecordedRows(sqlite.Rows()), sqlite.Blobs(), sqlite.DisposeAsync));
    }
}
