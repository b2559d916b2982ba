using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Events;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Aggregation;

/// <summary>Recomputes what has changed; many changes of one node in a batch are one computation.</summary>
public sealed class TotalsFollowChanges(RecomputeTotal recompute)
{
    [Function(nameof(TotalsFollowChanges))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Aggregation, Connection = "ServiceBus", IsBatched = true)] ServiceBusReceivedMessage[] messages,
        CancellationToken cancellation)
    {
        var changed = messages.Select(message => EventEnvelope.Read(message.Body.ToMemory())).OfType<NodeChanged>();
        foreach (var (cycle, node) in changed.Select(change => (change.Cycle, change.Node)).Distinct())
        {
            await recompute.Execute(cycle, node, cancellation);
        }
    }
}
