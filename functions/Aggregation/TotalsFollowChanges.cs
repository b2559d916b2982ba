using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Events;
using VksServerless.Units;

namespace VksServerless.Functions.Aggregation;

/// <summary>Recomputes what has changed; many changes of one node in a batch are one computation, and one node's failure is its own.</summary>
public sealed class TotalsFollowChanges(RecomputeTotal recompute, DeliverAgain again)
{
    private const int AtOnce = 8;

    [Function(nameof(TotalsFollowChanges))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Aggregation, Connection = "ServiceBus", IsBatched = true)] ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellation)
    {
        var changes = new List<(CycleId Cycle, UnitCode Node, ServiceBusReceivedMessage Message)>();
        foreach (var message in messages)
        {
            if (await again.Read(message, actions, cancellation) is NodeChanged change)
            {
                changes.Add((change.Cycle, change.Node, message));
            }
        }

        await Parallel.ForEachAsync(
            changes.GroupBy(change => (change.Cycle, change.Node), change => change.Message),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (node, stop) => await again.WhenItFails(
                Subscriptions.Aggregation, [.. node], actions, () => recompute.Execute(node.Key.Cycle, node.Key.Node, stop), stop));
    }
}
