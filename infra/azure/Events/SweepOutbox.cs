using System.Collections.Concurrent;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;
using VksServerless.Cycles;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Difficulties;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Sends what a crash or a fault left in the outboxes of the difficulties, of the messages that are sent again and of the cycles that
/// are under way: one short read for each superior of a cycle, whatever its number of reports. Nothing else has events.
/// </summary>
public sealed class SweepOutbox(EachCycle each, ICycles cycles, IOutbox outbox, OutboxRelay relay) : IJob
{
    private const int PageSize = 100;
    private const int AtOnce = 8;

    /// <summary>Younger ones are left to the relay.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public Cadence Cadence => Cadence.EveryMinute;

    private static readonly IReadOnlyList<string> OfNoCycle =
        [DifficultyKeys.Partition, .. Subscriptions.All.Keys.Select(SetAsideRow.PartitionOf)];

    /// <exception cref="AggregateException">Some could not be sent; all the others were.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        List<Exception> faults =
        [
            .. await FaultsOf(Sweep(OfNoCycle, cancellation), cancellation),
            .. await FaultsOf(each.Execute(cycle => Sweep(cycle, cancellation), cancellation), cancellation),
        ];
        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private static async Task<IReadOnlyList<Exception>> FaultsOf(Task sweep, CancellationToken cancellation)
    {
        try
        {
            await sweep;
            return [];
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return fault is AggregateException many ? many.Flatten().InnerExceptions : [fault];
        }
    }

    private async Task Sweep(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: var cycle })
        {
            await Sweep(CyclePartitions.Of(id, await cycles.Roster(cycle, cancellation)), cancellation);
        }
    }

    /// <summary>A partition that fails keeps none of the others waiting.</summary>
    private async Task Sweep(IReadOnlyList<string> partitions, CancellationToken cancellation)
    {
        var faults = new ConcurrentBag<Exception>();
        await Parallel.ForEachAsync(
            partitions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (partition, stop) =>
            {
                foreach (var fault in await FaultsOf(SweepOne(partition, stop), stop))
                {
                    faults.Add(fault);
                }
            });
        if (!faults.IsEmpty)
        {
            throw new AggregateException(faults);
        }
    }

    private async Task SweepOne(string partition, CancellationToken cancellation)
    {
        for (var left = await Left(partition, cancellation); left.Count > 0; left = await Left(partition, cancellation))
        {
            await relay.Relay(left, cancellation);
        }
    }

    private Task<IReadOnlyList<PendingMessage>> Left(string partition, CancellationToken cancellation) =>
        outbox.Pending(partition, Settled, PageSize, cancellation);
}
