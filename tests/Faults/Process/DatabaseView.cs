using Microsoft.Data.Sqlite;

namespace VksServerless.Faults.Process;

/// <summary>What stands on the disk, seen from outside the process.</summary>
internal sealed class DatabaseView : IDisposable
{
    private readonly SqliteConnection _connection;

    public DatabaseView(string folder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "vks.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    public string Phase => Read("select json_extract(cast(body as text), '$.phase.is') from rows where key = 'cycle'") as string ?? "";

    public long Obligations => Count("key >= 'n|o|' and key < 'n|o}'");

    public long Reminded => Count("key >= 'n|o|' and key < 'n|o}' and instr(cast(body as text), '\"reminded\":{') > 0");

    public long Versions => Count("key >= 'v|' and key < 'v}'");

    public long Numbered => Count("partition = 'publications' and key >= 'p|' and key < 'p}'");

    public void Dispose() => _connection.Dispose();

    private long Count(string where) => (long)Read($"select count(*) from rows where {where}")!;

    private object? Read(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
