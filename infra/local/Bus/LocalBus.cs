using System.Text.Json;
using Azure.Messaging.ServiceBus;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Bus;

/// <summary>Topics and subscriptions in the database: a message is accepted when it is durable for each subscription that wants it.</summary>
public sealed class LocalBus(
    SqliteDatabase database, Workload workload, TimeProvider clock, IReadOnlyList<Subscription> subscriptions, BusOptions options)
{
    private const int SweepEvery = 1000;
    private int _sinceSweep;

    /// <summary>Of one subscription. What is scheduled is told of at once too; it is work only when it is due.</summary>
    internal event Action<string, IReadOnlyList<Delivery>>? Arrived;

    internal IReadOnlyList<Subscription> Subscriptions => subscriptions;

    internal async Task Send(string topic, IReadOnlyList<ServiceBusMessage> messages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var deliveries = await database.Write(session => messages.SelectMany(message => Put(session, topic, message, now)).ToList());

        // Counted before the sender is told, so that nobody sees an idle moment in between.
        var due = deliveries.Count(put => put.Delivery.DueAt == default);
        workload.Began(Work.Delivery, due);
        if (Arrived is not { } arrived)
        {
            workload.Ended(Work.Delivery, due);
            return;
        }

        foreach (var subscription in deliveries.GroupBy(put => put.Subscription, put => put.Delivery))
        {
            arrived(subscription.Key, [.. subscription]);
        }
    }

    private List<(string Subscription, Delivery Delivery)> Put(SqlSession session, string topic, ServiceBusMessage message, DateTimeOffset at)
    {
        var now = at.UtcTicks;
        SweepSeen(session, now);
        if (message.MessageId is { } id && session.Run(
            "insert into bus_seen(topic, id, sent_at) values (?1, ?2, ?3) " +
            "on conflict do update set sent_at = excluded.sent_at where sent_at < ?4",
            topic, id, now, now - options.DuplicateWindow.Ticks) == 0)
        {
            return [];
        }

        var wanting = subscriptions.Where(subscription => subscription.Topic == topic && subscription.Wants(message.Subject)).ToList();
        if (wanting.Count == 0)
        {
            return [];
        }

        var properties = message.ApplicationProperties.Count == 0 ? null : JsonSerializer.Serialize(message.ApplicationProperties);
        var seq = (long)session.Value(
            "insert into bus_messages(topic, id, subject, correlation, content_type, body, properties, sent_at, remaining) " +
            "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) returning seq",
            topic, message.MessageId ?? Guid.NewGuid().ToString("N"), message.Subject, message.CorrelationId, message.ContentType,
            message.Body.ToArray(), properties, now, wanting.Count)!;
        var delivery = new Delivery(seq);
        if (message.ScheduledEnqueueTime > at)
        {
            delivery = delivery with { DueAt = message.ScheduledEnqueueTime.UtcDateTime };
            session.Run("insert into bus_scheduled(seq, due_at) values (?1, ?2)", seq, delivery.DueAt.Ticks);
        }

        foreach (var subscription in wanting)
        {
            session.Run("insert into bus_deliveries(subscription, seq) values (?1, ?2)", subscription.Id, seq);
        }

        return [.. wanting.Select(subscription => (subscription.Id, delivery))];
    }

    private void SweepSeen(SqlSession session, long now)
    {
        if (_sinceSweep++ % SweepEvery == 0)
        {
            session.Run("delete from bus_seen where sent_at < ?1", now - options.DuplicateWindow.Ticks);
        }
    }
}
