using Microsoft.Data.Sqlite;
using VksServerless.Application.Events;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.Server.Events;

/// <summary>The rows of what is still to be delivered.</summary>
internal static class DeliveryRows
{
    /// <summary>How long a message's id is remembered: the same message committed again is not delivered again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>One row for each subscription that takes the message.</summary>
    /// <returns>The subscriptions that have got one.</returns>
    public static HashSet<string> Put(SqlSession session, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
    {
        var got = new HashSet<string>();
        foreach (var message in messages.Where(message => IsNew(session, message.Id, now)))
        {
            foreach (var (subscription, _) in Subscriptions.All.Where(subscription => subscription.Value.Contains(message.Subject)))
            {
                session.Run(
                    "insert into deliveries(subscription, id, body) values (?1, ?2, ?3)",
                    subscription, message.Id, RowMapping.Bytes(message.Body));
                got.Add(subscription);
            }
        }

        return got;
    }

    /// <summary>What is to be delivered now, in its order.</summary>
    /// <param name="after">Only what was put behind it.</param>
    public static List<Delivery> Ready(SqlSession session, string subscription, long after, int most) => session.All(
        "select seq, id, body, attempt, begun from deliveries where subscription = ?1 and seq > ?2 and due_at is null "
        + "order by seq limit ?3",
        Delivery, subscription, after, most);

    public static List<WaitingDelivery> Waiting(SqlSession session) => session.All(
        "select subscription, seq, due_at from deliveries where due_at is not null order by due_at",
        row => new WaitingDelivery(row.GetString(0), row.GetInt64(1), new DateTime(row.GetInt64(2), DateTimeKind.Utc)));

    /// <summary>How many there are of each subscription that has any, and since when.</summary>
    public static List<DeliveryQueue> Counted(SqlSession session) => session.All(
        "select d.subscription, count(*), sum(d.attempt > 0), min(m.sent_at) from deliveries d left join messages_seen m on m.id = d.id "
        + "group by d.subscription",
        row => new DeliveryQueue(
            row.GetString(0), row.GetInt32(1), row.GetInt32(2),
            row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero)));

    public static Delivery? Find(SqlSession session, long seq) =>
        session.First("select seq, id, body, attempt, begun from deliveries where seq = ?1", Delivery, seq);

    public static long Last(SqlSession session) => (long)session.Value("select coalesce(max(seq), 0) from deliveries")!;

    public static void Begin(SqlSession session, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            session.Run("update deliveries set begun = ?2 where seq = ?1", delivery.Seq, delivery.Begun + 1);
        }
    }

    /// <summary>Its process has lived, but does not wait for the end.</summary>
    public static void Interrupt(SqlSession session, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            session.Run("update deliveries set begun = ?2 where seq = ?1", delivery.Seq, delivery.Begun);
        }
    }

    /// <summary>Some come again, the others are done.</summary>
    public static void End(SqlSession session, IEnumerable<Delivery> deliveries, IReadOnlyDictionary<long, Redelivery> again)
    {
        foreach (var delivery in deliveries)
        {
            if (again.TryGetValue(delivery.Seq, out var later))
            {
                session.Run(
                    "update deliveries set attempt = ?2, begun = 0, due_at = ?3 where seq = ?1",
                    delivery.Seq, later.Message.Attempt, later.DueAt.UtcTicks);
            }
            else
            {
                session.Run("delete from deliveries where seq = ?1", delivery.Seq);
            }
        }
    }

    /// <summary>Ids that nobody needs to know any more.</summary>
    public static void ForgetOld(SqlSession session, DateTimeOffset now) =>
        session.Run("delete from messages_seen where sent_at < ?1", (now - Remembered).UtcTicks);

    public static bool IsNew(SqlSession session, string id, DateTimeOffset now) => session.Run(
        "insert into messages_seen(id, sent_at) values (?1, ?2) on conflict do update set sent_at = excluded.sent_at where sent_at < ?3",
        id, now.UtcTicks, (now - Remembered).UtcTicks) == 1;

    private static Delivery Delivery(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), EventMessage.Read(row.GetFieldValue<byte[]>(2)) with { Attempt = row.GetInt32(3) },
        row.GetInt32(4));
}
