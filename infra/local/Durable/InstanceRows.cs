using Microsoft.Data.Sqlite;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>The rows of orchestrations.</summary>
internal static class InstanceRows
{
    private const string Columns =
        "id, execution, name, version, status, input, output, failure, custom_status, tags, created_at, updated_at, " +
        "parent, parent_name, parent_execution, parent_task, events, bytes";

    public const string SelectOne = $"select {Columns} from durable_instances where id = ?1";

    public const string SelectPage = $"select {Columns} from durable_instances where id > ?1 and id >= ?2 and id < ?3 order by id limit ?4";

    public static Instance? Find(SqlSession session, string id) => session.First(SelectOne, Map, id);

    public static Instance Map(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4))
    {
        Input = Text(row, 5),
        Output = Text(row, 6),
        Failure = Failure.Parse(Text(row, 7)),
        CustomStatus = Text(row, 8),
        Tags = Text(row, 9),
        CreatedAt = Time(row, 10),
        UpdatedAt = Time(row, 11),
        Parent = row.IsDBNull(12) ? null : new ParentLink(row.GetString(12), row.GetString(13), row.GetInt64(14), row.GetInt32(15)),
        Events = row.GetInt64(16),
        Bytes = row.GetInt64(17),
    };

    public static void Save(SqlSession session, Instance instance) => session.Run(
        $"insert or replace into durable_instances({Columns}) " +
        "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        instance.Id, instance.Execution, instance.Name, instance.Version, instance.Status, instance.Input, instance.Output,
        instance.Failure?.ToJson(), instance.CustomStatus, instance.Tags, instance.CreatedAt.Ticks, instance.UpdatedAt.Ticks,
        instance.Parent?.Instance, instance.Parent?.Name, instance.Parent?.Execution, instance.Parent?.Task, instance.Events, instance.Bytes);

    /// <summary>Takes away everything that belongs to an execution, but not its row nor what has arrived and is unread.</summary>
    public static void Clear(SqlSession session, string id)
    {
        session.Run("delete from durable_history where instance = ?1", id);
        session.Run("delete from durable_activities where instance = ?1", id);
        session.Run("delete from durable_timers where instance = ?1", id);
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime Time(SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);
}
