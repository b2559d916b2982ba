using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VksServerless.Server.Storage;

/// <summary>A connection with its prepared statements. Parameters are ?1, ?2, … Used by one thread at a time.</summary>
public sealed class SqlSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <returns>The number of rows changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : null;

    public T? First<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        using var rows = Prepare(sql, arguments).ExecuteReader();
        return rows.Read() ? map(rows) : default;
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> arguments)
    {
        var all = new List<T>();
        using var rows = Prepare(sql, arguments).ExecuteReader();
        while (rows.Read())
        {
            all.Add(map(rows));
        }

        return all;
    }

    /// <summary>Statements without parameters that are run once.</summary>
    public void Batch(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }
}
