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

    internal event Action<string, IReadOnlyList<long>>? Arrived;

    internal IReadOnlyList<Subscription> Subscriptions => subscriptions;

    internal async Task Send(string topic, IReadOnlyList<ServiceBusMessage> messages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow().UtcTicks;
        var deliveries = await database.Write(session => messages.SelectMany(message => Put(session, topic, message, now)).ToList());

        // Counted before the sender is told, so that nobody sees an idle moment in between.
        workload.Began(Work.Delivery, deliveries.Count);
        foreach (var subscription in deliveries.GroupBy(delivery => delivery.Subscription))
        {
            if (Arrived is null || !subscriptions.Any(known => known.Id == subscription.Key))
            {
                workload.Ended(Work.Delivery, subscription.Count());
                continue;
            }

            Arrived(subscription.Key, subscription.Select(delivery => delivery.Seq).ToList());
        }
    }

    private List<(string Subscription, long Seq)> Put(SqlSession session, string topic, ServiceBusMessage message, long now)
    {
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
        foreach (var subscription in wanting)
        {
            session.Run("insert into bus_deliveries(subscription, seq) values (?1, ?2)", subscription.Id, seq);
        }

        return [.. wanting.Select(subscription => (subscription.Id, seq))];
    }

    private void SweepSeen(SqlSession session, long now)
    {
        if (_sinceSweep++ % SweepEvery == 0)
        {
            session.Run("delete from bus_seen where sent_at < ?1", now - options.DuplicateWindow.Ticks);
        }
    }
}
