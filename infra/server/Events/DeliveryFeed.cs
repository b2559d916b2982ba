using System.Threading.Channels;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Events;

/// <summary>Fetches the deliveries of one subscription from the database, no faster than they are handled.</summary>
internal sealed class DeliveryFeed(string subscription, SqliteDatabase database, Workload workload, DiskFaults faults)
{
    private const int Page = 500;

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<Delivery> _ready = Channel.CreateBounded<Delivery>(Page);
    private int _rings;
    private long _fetched;

    /// <summary>Something was committed for this subscription. It counts as work until it is fetched.</summary>
    public void Ring()
    {
        workload.Began(Work.Delivery);
        Interlocked.Increment(ref _rings);
        _rung.Writer.TryWrite(true);
    }

    /// <summary>Its time has come.</summary>
    public async Task Release(long seq, CancellationToken stopping)
    {
        if (await faults.Outlast(() => database.Read(session => DeliveryRows.Find(session, seq)), stopping) is { } delivery)
        {
            await _ready.Writer.WriteAsync(delivery, stopping);
        }
        else
        {
            workload.Ended(Work.Delivery);
        }
    }

    public async Task Run(CancellationToken stopping)
    {
        await foreach (var _ in _rung.Reader.ReadAllAsync(stopping))
        {
            var rings = Interlocked.Exchange(ref _rings, 0);
            while (await FetchPage(stopping))
            {
            }

            workload.Ended(Work.Delivery, rings);
        }
    }

    /// <summary>
    /// What is there, up to a batch. A message during which a process has ended comes alone: it may have been the reason.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<Delivery>> Batches(
        int largest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stopping)
    {
        await foreach (var first in _ready.Reader.ReadAllAsync(stopping))
        {
            var (fresh, interrupted) = (new List<Delivery>(), new List<Delivery>());
            Delivery? next = first;
            do
            {
                (next.Begun == 0 ? fresh : interrupted).Add(next);
            }
            while (fresh.Count + interrupted.Count < largest && _ready.Reader.TryRead(out next));

            if (fresh.Count > 0)
            {
                yield return fresh;
            }

            foreach (var delivery in interrupted)
            {
                yield return [delivery];
            }
        }
    }

    private async Task<bool> FetchPage(CancellationToken stopping)
    {
        var page = await faults.Outlast(
            () => database.Read(session => DeliveryRows.Ready(session, subscription, _fetched, Page)), stopping);
        workload.Began(Work.Delivery, page.Count);
        foreach (var delivery in page)
        {
            await _ready.Writer.WriteAsync(delivery, stopping);
            _fetched = delivery.Seq;
        }

        return page.Count == Page;
    }
}
