using System.Text.Json;
using Microsoft.Data.Sqlite;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;
using VksServerless.Server.Events;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Server.Storage;

/// <summary>
/// The first format, with an outbox, an imitated bus (bus_*) and an imitated workflow engine (durable_*). Rows and blobs are the same
/// today; what was on its way becomes deliveries, what was given up is set aside. Workflows need nothing: a cycle says itself where it is.
/// </summary>
internal static class FormatZero
{
    private const string Topic = "reporting/";
    private const string MorningJob = "LookAfterDifficulties";
    private static readonly string[] Reasons = ["Unreadable", "Failed for a day"];

    /// <summary>Tables that a very old folder may not have had yet.</summary>
    private const string Tables = """
        create table if not exists outbox(seq integer primary key autoincrement, partition text, id text, subject text, body blob);
        create table if not exists bus_messages(
            seq integer primary key autoincrement, topic text, id text, subject text, correlation text, content_type text, body blob,
            properties text, sent_at integer, remaining integer);
        create table if not exists bus_seen(topic text, id text, sent_at integer, primary key (topic, id)) without rowid;
        create table if not exists bus_deliveries(
            subscription text, seq integer, attempts integer, primary key (subscription, seq)) without rowid;
        create table if not exists bus_scheduled(seq integer primary key, due_at integer);
        create table if not exists bus_dead(
            subscription text, seq integer, attempts integer, reason text, died_at integer, primary key (subscription, seq)) without rowid;
        """;

    private const string Drop = """
        drop table outbox; drop table bus_messages; drop table bus_seen; drop table bus_deliveries;
        drop table bus_scheduled; drop table bus_dead;
        drop table if exists durable_instances; drop table if exists durable_history; drop table if exists durable_inbox;
        drop table if exists durable_activities; drop table if exists durable_timers;
        """;

    /// <summary>Within a transaction of the caller's.</summary>
    public static void Convert(SqlSession session, DateTimeOffset now)
    {
        session.Batch(Schema.Sql);
        session.Batch(Tables);
        session.Run("insert or ignore into messages_seen(id, sent_at) select id, sent_at from bus_seen");
        session.All(
            "select d.subscription, m.id, m.body, m.properties, s.due_at from bus_deliveries d join bus_messages m on m.seq = d.seq " +
            "left join bus_scheduled s on s.seq = d.seq order by m.seq",
            row => new Sent(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), AttemptIn(row, 3), row.IsDBNull(4)
                ? null : row.GetInt64(4)))
            .ForEach(sent => Put(session, sent));

        // What was in the outbox was committed and may have been sent: then its id has been seen.
        DeliveryRows.Put(session, session.All(
            "select id, subject, body from outbox order by seq",
            row => new OutboxMessage(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2))), now);
        session.All(
            "select d.subscription, m.body, d.attempts, d.reason, d.died_at from bus_dead d join bus_messages m on m.seq = d.seq",
            SetAside).ForEach(message => Put(session, message));
        session.Run("insert or ignore into schedules(name, last) select ?1, last from schedules where name = ?2",
            Cadence.EveryMorning.ToString(), MorningJob);
        session.Run("delete from schedules where name not in (?1, ?2)", Cadence.EveryMorning.ToString(), Cadence.EveryMinute.ToString());
        session.Batch(Drop);
    }

    private static void Put(SqlSession session, Sent sent) => session.Run(
        "insert into deliveries(subscription, id, body, attempt, due_at) values (?1, ?2, ?3, ?4, ?5)",
        NameOf(sent.Subscription), sent.Id, sent.Body, sent.Attempt, sent.DueAt);

    private static void Put(SqlSession session, SetAsideMessage message)
    {
        var (partition, row) = SetAsideRow.Of(message);
        if (session.Value("select 1 from rows where partition = ?1 and key = ?2", partition, row.Key) is null)
        {
            RowMapping.Apply(session, partition, [row]);
        }
    }

    private static SetAsideMessage SetAside(SqliteDataReader row)
    {
        var (body, said) = (row.GetFieldValue<byte[]>(1), row.GetString(3));
        var reason = Reasons.FirstOrDefault(reason => said.StartsWith($"{reason}:", StringComparison.Ordinal));
        var fault = reason is null ? said : said[(reason.Length + 1)..].Trim();
        return new SetAsideMessage(
            NameOf(row.GetString(0)), new EventMessage(body).Digest, reason ?? "Failed before the server was replaced",
            fault[..Math.Min(fault.Length, 1000)], row.GetInt32(2), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero), body);
    }

    /// <summary>Two subscriptions have been renamed since.</summary>
    private static string NameOf(string subscription) =>
        (subscription.StartsWith(Topic, StringComparison.Ordinal) ? subscription[Topic.Length..] : subscription) switch
        {
            "aggregation" => Subscriptions.Totals,
            "notifications" => Subscriptions.Notices,
            var name => name,
        };

    /// <summary>How often its handling had failed: a property of a message that was sent again.</summary>
    private static int AttemptIn(SqliteDataReader row, int column) =>
        !row.IsDBNull(column)
        && JsonDocument.Parse(row.GetString(column)).RootElement.TryGetProperty("attempt", out var attempt)
        && attempt.ValueKind == JsonValueKind.Number && attempt.TryGetInt32(out var number)
            ? number : 0;

    private sealed record Sent(string Subscription, string Id, byte[] Body, int Attempt, long? DueAt);
}
