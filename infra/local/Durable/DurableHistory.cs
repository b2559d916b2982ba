using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>How much history orchestrations have written: what the cloud's durable storage would have to carry.</summary>
public sealed class DurableHistory(SqliteDatabase database)
{
    /// <summary>Each orchestration whose id begins with the prefix; cumulated over ContinueAsNew.</summary>
    public IReadOnlyList<HistorySize> Sizes(string instancePrefix = "") => database.Read(session => session.All(
        "select id, events, bytes from durable_instances where id >= ?1 and id < ?2 order by id",
        row => new HistorySize(row.GetString(0), row.GetInt64(1), row.GetInt64(2)),
        instancePrefix, Prefix.End(instancePrefix)));
}

public sealed record HistorySize(string Instance, long Events, long Bytes);
