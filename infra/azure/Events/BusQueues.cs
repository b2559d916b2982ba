using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Looks at the first messages of each subscription and of its dead letters, as the right to receive allows, and takes nothing but
/// dead letters that are to be collected.
/// </summary>
public sealed class BusQueues(ServiceBusClient bus, ISetAsideMessages setAside, TimeProvider clock) : IDeliveryQueues
{
    private const int Most = 250;
    private const int LongestFault = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<DeliveryQueue>> Read(CancellationToken cancellation) =>
        await Task.WhenAll(Subscriptions.All.Keys.Select(subscription => Read(subscription, cancellation)));

    public async Task<int> CollectGivenUp(CancellationToken cancellation)
    {
        var collected = 0;
        foreach (var queue in (await Read(cancellation)).Where(queue => queue.GivenUp > 0))
        {
            collected += await Collect(queue.Subscription, queue.GivenUp, cancellation);
        }

        return collected;
    }

    private async Task<DeliveryQueue> Read(string subscription, CancellationToken cancellation)
    {
        var (waiting, dead) = (
            await Peek(subscription, SubQueue.None, cancellation), await Peek(subscription, SubQueue.DeadLetter, cancellation));
        return new DeliveryQueue(
            subscription,
            waiting.Count,
            waiting.Count(message => EventMessage.Read(message.Body.ToMemory()).Attempt > 0),
            waiting.Count == 0 ? null : waiting.Min(message => message.EnqueuedTime),
            dead.Count,
            waiting.Count < Most && dead.Count < Most);
    }

    private async Task<IReadOnlyList<ServiceBusReceivedMessage>> Peek(string subscription, SubQueue part, CancellationToken cancellation)
    {
        await using var receiver = Receiver(subscription, part);
        var seen = new List<ServiceBusReceivedMessage>();
        while (seen.Count < Most
            && await receiver.PeekMessagesAsync(Most - seen.Count, cancellationToken: cancellation) is { Count: > 0 } more)
        {
            seen.AddRange(more);
        }

        return seen;
    }

    /// <summary>Kept before it is taken from the bus: a crash in between keeps it twice, which changes nothing.</summary>
    private async Task<int> Collect(string subscription, int most, CancellationToken cancellation)
    {
        await using var receiver = Receiver(subscription, SubQueue.DeadLetter);
        var collected = 0;
        while (collected < most
            && await receiver.ReceiveMessagesAsync(most - collected, Patience, cancellation) is { Count: > 0 } dead)
        {
            foreach (var message in dead)
            {
                var read = EventMessage.Read(message.Body.ToMemory());
                var fault = $"{message.DeadLetterReason} {message.DeadLetterErrorDescription}".Trim();
                await setAside.Keep(
                    new SetAsideMessage(
                        subscription, read.Digest, "Given up by the bus", fault[..Math.Min(fault.Length, LongestFault)],
                        read.Attempt + message.DeliveryCount, clock.GetUtcNow(), read.Body),
                    cancellation);
                await receiver.CompleteMessageAsync(message, cancellation);
                collected++;
            }
        }

        return collected;
    }

    private ServiceBusReceiver Receiver(string subscription, SubQueue part) =>
        bus.CreateReceiver(Subscriptions.Topic, subscription, new ServiceBusReceiverOptions { SubQueue = part });
}
