using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Events;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Aggregation;

/// <summary>Recomputes what has changed; many changes of one node in a batch are one computation.</summary>
public sealed class TotalsFollowChanges(RecomputeTotal recompute)
{
    private const int AtOnce = 8;

    /// <summary>What fails is delivered again with its whole batch, but not before all the others are done.</summary>
    [Function(nameof(TotalsFollowChanges))]
    public Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Aggregation, Connection = "ServiceBus", IsBatched = true)] ServiceBusReceivedMessage[] messages,
        CancellationToken cancellation)
    {
        var changed = messages.Select(message => EventEnvelope.Read(message.Body.ToMemory())).OfType<NodeChanged>();
        return Parallel.ForEachAsync(
            changed.Select(change => (change.Cycle, change.Node)).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (node, stop) => await recompute.Execute(node.Cycle, node.Node, stop));
    }
}
