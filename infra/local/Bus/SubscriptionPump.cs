using System.Threading.Channels;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Bus;

/// <summary>
/// Hands the messages of one subscription to its function, at least once. A message that has failed waits aside and is
/// then delivered alone, so that it delays no other.
/// </summary>
internal sealed class SubscriptionPump(
    string subscription, bool isBatched, Func<IReadOnlyList<ServiceBusReceivedMessage>, LocalMessageActions, CancellationToken, Task> deliver,
    SqliteDatabase database, Workload workload, TimeProvider clock, BusOptions options, ILogger log)
{
    private readonly Channel<Delivery> _ready = Channel.CreateUnbounded<Delivery>();

    public void Deliver(IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            _ready.Writer.TryWrite(delivery);
        }
    }

    /// <summary>What the last process left.</summary>
    public IReadOnlyList<Delivery> Resume()
    {
        var open = database.Read(session => DeliveryRows.Open(session, subscription));
        workload.Began(Work.Delivery, open.Count(delivery => delivery.DueAt == default));
        return open;
    }

    public Task Run(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(_ => Task.Run(() => RunOne(stopping), CancellationToken.None)));

    private async Task RunOne(CancellationToken stopping)
    {
        try
        {
            await foreach (var first in _ready.Reader.ReadAllAsync(stopping))
            {
                foreach (var batch in Batches(first))
                {
                    await Deliver(batch, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is not done is in the database.
        }
    }

    private IEnumerable<List<Delivery>> Batches(Delivery first)
    {
        var fresh = new List<Delivery>();
        var failedBefore = new List<Delivery>();
        for (Delivery? next = first; next is not null; next = fresh.Count < options.LargestBatch && _ready.Reader.TryRead(out var more) ? more : null)
        {
            (next.Attempts == 0 ? fresh : failedBefore).Add(next);
            if (!isBatched)
            {
                break;
            }
        }

        if (fresh.Count > 0)
        {
            yield return fresh;
        }

        foreach (var delivery in failedBefore)
        {
            yield return [delivery];
        }
    }

    private async Task Deliver(List<Delivery> batch, CancellationToken stopping)
    {
        if (batch[0].Attempts >= options.MaxDeliveries)
        {
            await Settle(session => DeliveryRows.Bury(session, subscription, batch[0], "The process ended during every delivery.", Now()), stopping);
            workload.Ended(Work.Delivery, batch.Count);
            return;
        }

        // Nobody waits for the count: it is written with whatever else is, and before the delivery's end.
        _ = database.Write(session => DeliveryRows.Attempted(session, subscription, batch));
        var actions = new LocalMessageActions();
        try
        {
            var messages = database.Read(session => batch.ConvertAll(delivery => DeliveryRows.Message(session, delivery)!));
            await deliver(messages, actions, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            await SetAside(batch, actions, stopping);
            await Fail(batch, fault, stopping);
            return;
        }

        await SetAside(batch, actions, stopping);
        await Settle(session => DeliveryRows.Done(session, subscription, batch), stopping);
        workload.Ended(Work.Delivery, batch.Count);
    }

    /// <summary>What the function itself has given up, whatever became of the rest of the batch.</summary>
    private async Task SetAside(List<Delivery> batch, LocalMessageActions actions, CancellationToken stopping)
    {
        foreach (var delivery in batch.Where(delivery => actions.DeadLettered.ContainsKey(delivery.Seq)).ToList())
        {
            await Settle(session => DeliveryRows.Bury(session, subscription, delivery, actions.DeadLettered[delivery.Seq], Now()), stopping);
            workload.Ended(Work.Delivery);
            batch.Remove(delivery);
        }
    }

    private async Task Fail(List<Delivery> batch, Exception fault, CancellationToken stopping)
    {
        log.LogWarning(fault, "Delivery {Attempt} to {Subscription} failed", batch[0].Attempts + 1, subscription);
        foreach (var delivery in batch)
        {
            var attempts = delivery.Attempts + 1;
            if (attempts >= options.MaxDeliveries)
            {
                log.LogError(fault, "Message {Seq} for {Subscription} is set aside after {Attempts} deliveries", delivery.Seq, subscription, attempts);
                await Settle(session => DeliveryRows.Bury(session, subscription, delivery, fault.ToString(), Now()), stopping);
                workload.Ended(Work.Delivery);
            }
            else
            {
                _ = Later(delivery with { Attempts = attempts }, options.WaitAfter(attempts), stopping);
            }
        }
    }

    private async Task Later(Delivery delivery, TimeSpan wait, CancellationToken stopping)
    {
        await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ready.Writer.TryWrite(delivery);
    }

    /// <summary>A fault of the disk passes; the outcome of a delivery must not be dropped meanwhile.</summary>
    private async Task Settle(Action<SqlSession> change, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await database.Write(change);
                return;
            }
            catch (IOException fault)
            {
                log.LogError(fault, "The outcome of a delivery to {Subscription} could not be written; trying again", subscription);
                await Task.Delay(options.FirstWait, stopping);
            }
        }
    }

    private long Now() => clock.GetUtcNow().UtcTicks;
}
