using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Events;

namespace VksServerless.Functions.Cycles;

/// <summary>Wakes a cycle's orchestration when something has happened that it waits for.</summary>
public sealed class CyclesFollowEvents(ICycles cycles, ChangeCycle change, GrantExtension extensions, DeliverAgain again, TimeProvider clock)
{
    [Function(nameof(CyclesFollowEvents))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient orchestrations,
        CancellationToken cancellation)
    {
        if (await again.Read(message, actions, cancellation) is { } happened)
        {
            await again.WhenItFails(Subscriptions.Cycles, [message], actions, () => Follow(happened, orchestrations, cancellation), cancellation);
        }
    }

    private async Task Follow(ReportingEvent happened, DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        var wakes = happened switch
        {
            SectorTotalChanged changed => await WasWaitingForApproval(changed.Cycle, cancellation) || changed.EveryoneAccepted,
            CycleChanged changed => await AfterChange(changed.Cycle, cancellation),
            _ => false,
        };
        if (wakes)
        {
            await orchestrations.Wake(happened.Cycle, cancellation);
        }
    }

    /// <summary>What lies before the leadership is not what the units' reports say any more: it is put together again.</summary>
    private async Task<bool> WasWaitingForApproval(CycleId id, CancellationToken cancellation) =>
        await cycles.Read(id, cancellation) is { Value.Phase: CyclePhase.AwaitingApproval or CyclePhase.Closed }
        && !(await change.Execute(id, cycle => cycle.PutTogetherAgain(clock.GetUtcNow()), _ => [], cancellation)).Refused;

    private async Task<bool> AfterChange(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: { Extensions.Count: > 0 } cycle })
        {
            await extensions.Apply(cycle, cancellation);
        }

        return true;
    }
}
