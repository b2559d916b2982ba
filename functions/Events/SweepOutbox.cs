using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;
using VksServerless.Storage;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Difficulties;

namespace VksServerless.Functions.Events;

/// <summary>
/// Every half minute: hands on what a crash or a fault left in the outboxes of the desk and of the cycles that are under way.
/// One short read for each superior of a cycle, whatever its number of reports.
/// </summary>
public sealed class SweepOutbox(EachCycle each, ICycles cycles, IRowStore rows, OutboxRelay relay)
{
    private const int PageSize = 100;
    private const int AtOnce = 8;

    /// <summary>Younger ones the relay has in hand. With the half minute between two sweeps, nothing lies for a minute.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);

    [Function(nameof(SweepOutbox))]
    public async Task Run([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await Sweep([DifficultyKeys.Partition], cancellation);
        }
        finally
        {
            await each.Execute(async cycle => await Sweep(CyclePartitions.Of(cycle, await cycles.Read(cycle, cancellation) is { Value: var read } ? await cycles.Roster(read, cancellation) : null), cancellation), cancellation);
        }
    }

    private Task Sweep(IReadOnlyList<string> partitions, CancellationToken cancellation) => Parallel.ForEachAsync(
        partitions,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (partition, stop) =>
        {
            for (var left = await Left(partition, stop); left.Count > 0; left = await Left(partition, stop))
            {
                await relay.Relay(left, stop);
            }
        });

    private Task<IReadOnlyList<PendingMessage>> Left(string partition, CancellationToken cancellation) =>
        rows.Pending(partition, Settled, PageSize, cancellation);
}
