using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>What has arrived for an orchestration and is not in its history yet.</summary>
internal static class Inbox
{
    /// <param name="execution">The execution that it answers, or null when it is for whichever runs.</param>
    public static void Put(SqlSession session, string instance, long? execution, HistoryEvent happened) =>
        session.Run("insert into durable_inbox(instance, execution, event) values (?1, ?2, ?3)", instance, execution, happened.ToJson());

    public static List<Arrival> Read(SqlSession session, string instance) => session.All(
        "select seq, execution, event from durable_inbox where instance = ?1 order by seq",
        row => new Arrival(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1), HistoryEvent.Parse(row.GetString(2))), instance);

    public static void Remove(SqlSession session, IEnumerable<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
        {
            session.Run("delete from durable_inbox where seq = ?1", arrival.Seq);
        }
    }

    public static void Clear(SqlSession session, string instance) => session.Run("delete from durable_inbox where instance = ?1", instance);
}

internal sealed record Arrival(long Seq, long? Execution, HistoryEvent Event);
