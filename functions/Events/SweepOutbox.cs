using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Storage;
using VksServerless.Storage.Cycles;

namespace VksServerless.Functions.Events;

/// <summary>Every half minute: hands on what a crash or a fault left in the outboxes of the cycles that are under way.</summary>
public sealed class SweepOutbox(ICycles cycles, IRowStore rows, OutboxRelay relay, TimeProvider clock)
{
    private const int PageSize = 100;

    [Function(nameof(SweepOutbox))]
    public async Task Run([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await cycles.List(PageSize, continuation, cancellation);
            foreach (var cycle in page.Items.Where(cycle => cycle.IsUnderWay(clock.GetUtcNow())))
            {
                foreach (var partitions in CyclePartitions.Of(cycle.Id))
                {
                    await Sweep(partitions, cancellation);
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task Sweep(string partitions, CancellationToken cancellation)
    {
        for (var left = await rows.Pending(partitions, PageSize, cancellation); left.Count > 0; left = await rows.Pending(partitions, PageSize, cancellation))
        {
            await relay.Relay(left, cancellation);
        }
    }
}
