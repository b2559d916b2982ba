using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;
using VksServerless.Storage;
using VksServerless.Storage.Cycles;

namespace VksServerless.Functions.Events;

/// <summary>Every half minute: hands on what a crash or a fault left in the outboxes of the cycles that are under way.</summary>
public sealed class SweepOutbox(EachCycle each, IRowStore rows, OutboxRelay relay)
{
    private const int PageSize = 100;

    [Function(nameof(SweepOutbox))]
    public Task Run([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        each.Execute(cycle => Sweep(cycle, cancellation), cancellation);

    private async Task Sweep(CycleId cycle, CancellationToken cancellation)
    {
        foreach (var partitions in CyclePartitions.Of(cycle))
        {
            for (var left = await rows.Pending(partitions, PageSize, cancellation); left.Count > 0; left = await rows.Pending(partitions, PageSize, cancellation))
            {
                await relay.Relay(left, cancellation);
            }
        }
    }
}
