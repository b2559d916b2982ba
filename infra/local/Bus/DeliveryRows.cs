using System.Text.Json;
using Azure.Messaging.ServiceBus;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Bus;

/// <summary>The rows of what is still to be delivered.</summary>
internal static class DeliveryRows
{
    public static List<Delivery> Open(SqlSession session, string subscription) => session.All(
        "select d.seq, d.attempts, s.due_at from bus_deliveries d left join bus_scheduled s on s.seq = d.seq where d.subscription = ?1 order by d.seq",
        row => new Delivery(row.GetInt64(0), row.GetInt32(1), row.IsDBNull(2) ? default : new DateTime(row.GetInt64(2), DateTimeKind.Utc)), subscription);

    public static ServiceBusReceivedMessage? Message(SqlSession session, Delivery delivery) => session.First(
        "select id, subject, correlation, content_type, body, properties, sent_at from bus_messages where seq = ?1",
        row => ServiceBusModelFactory.ServiceBusReceivedMessage(
            messageId: row.GetString(0),
            subject: row.IsDBNull(1) ? null : row.GetString(1),
            correlationId: row.IsDBNull(2) ? null : row.GetString(2),
            contentType: row.IsDBNull(3) ? null : row.GetString(3),
            body: BinaryData.FromBytes(row.GetFieldValue<byte[]>(4)),
            properties: row.IsDBNull(5) ? null : Properties(row.GetString(5)),
            deliveryCount: delivery.Attempts + 1,
            sequenceNumber: delivery.Seq,
            enqueuedTime: new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero)),
        delivery.Seq);

    /// <summary>Counted before the attempt, so that a message that kills the process is set aside in the end.</summary>
    public static void Attempted(SqlSession session, string subscription, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            session.Run("update bus_deliveries set attempts = ?3 where subscription = ?1 and seq = ?2", subscription, delivery.Seq, delivery.Attempts + 1);
        }
    }

    public static void Done(SqlSession session, string subscription, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (session.Run("delete from bus_deliveries where subscription = ?1 and seq = ?2", subscription, delivery.Seq) == 1)
            {
                session.Run("update bus_messages set remaining = remaining - 1 where seq = ?1", delivery.Seq);
                if (session.Run("delete from bus_messages where seq = ?1 and remaining = 0", delivery.Seq) == 1 && delivery.DueAt != default)
                {
                    session.Run("delete from bus_scheduled where seq = ?1", delivery.Seq);
                }
            }
        }
    }

    /// <summary>The message itself is kept for whoever looks into the reason.</summary>
    public static void Bury(SqlSession session, string subscription, Delivery delivery, string reason, long now)
    {
        if (session.Run("delete from bus_deliveries where subscription = ?1 and seq = ?2", subscription, delivery.Seq) == 1)
        {
            session.Run("insert into bus_dead(subscription, seq, attempts, reason, died_at) values (?1, ?2, ?3, ?4, ?5)",
                subscription, delivery.Seq, delivery.Attempts + 1, reason, now);
        }
    }

    private static Dictionary<string, object> Properties(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(
            property => property.Key, property => Value(property.Value), StringComparer.Ordinal);

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        _ => value.ToString(),
    };
}

/// <param name="Attempts">Deliveries that were begun before.</param>
/// <param name="DueAt">UTC; the beginning of time unless the message was scheduled.</param>
internal sealed record Delivery(long Seq, int Attempts = 0, DateTime DueAt = default);
