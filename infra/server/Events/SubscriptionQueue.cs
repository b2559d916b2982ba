using VksServerless.Application.Events;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Events;

/// <summary>
/// Hands the messages of one subscription to its listener, several side by side. A message that fails waits aside for its time
/// and delays no other.
/// </summary>
internal sealed class SubscriptionQueue
{
    private const int SideBySide = 4;

    /// <summary>Many changes below one node are one computation of it.</summary>
    private const int LargestBatchOfTotals = 100;

    private const int MostInterruptions = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly string _subscription;
    private readonly DeliveryTools _tools;
    private readonly TimerQueue<WaitingDelivery> _waiting;
    private readonly DiskFaults _faults;
    private readonly int _largestBatch;
    private long _left;

    public SubscriptionQueue(string subscription, DeliveryTools tools, TimerQueue<WaitingDelivery> waiting)
    {
        (_subscription, _tools, _waiting) = (subscription, tools, waiting);
        _largestBatch = subscription == Subscriptions.Totals ? LargestBatchOfTotals : 1;
        _faults = new DiskFaults($"the deliveries of {subscription}", tools.Log);
        Feed = new DeliveryFeed(subscription, tools.Database, tools.Workload, _faults);
    }

    public DeliveryFeed Feed { get; }

    /// <param name="left">What was put up to here is what earlier processes left.</param>
    public void Resume(long left)
    {
        _left = left;
        Feed.Ring();
    }

    public Task Run(CancellationToken stopping) => Task.WhenAll(
        Enumerable.Range(0, SideBySide).Select(_ => Until(() => DeliverAll(stopping), stopping))
            .Append(Until(() => Feed.Run(stopping), stopping)));

    private static Task Until(Func<Task> work, CancellationToken stopping) => Task.Run(
        async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // What is not done is in the database.
            }
        },
        CancellationToken.None);

    private async Task DeliverAll(CancellationToken stopping)
    {
        await foreach (var batch in Feed.Batches(_largestBatch, stopping))
        {
            await Deliver(batch, stopping);
            _tools.Workload.Ended(Work.Delivery, batch.Count);
        }
    }

    private async Task Deliver(IReadOnlyList<Delivery> batch, CancellationToken stopping)
    {
        await Begin(batch, stopping);
        IReadOnlyDictionary<long, Redelivery> again;
        try
        {
            again = batch[0].Begun >= MostInterruptions
                ? await SetAside(batch[0], stopping)
                : Match(batch, await _tools.Deliver.Execute(_subscription, [.. batch.Select(delivery => delivery.Message)], stopping));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            await Quietly.Do(() => _tools.Database.Write(session => DeliveryRows.Interrupt(session, batch)));
            throw new OperationCanceledException(stopping);
        }
        catch (Exception fault)
        {
            _tools.Log.LogWarning(fault, "{Count} messages for {Subscription} could not be delivered now", batch.Count, _subscription);
            again = batch.ToDictionary(delivery => delivery.Seq, Later);
        }

        await _faults.Outlast(() => _tools.Database.Write(session => DeliveryRows.End(session, batch, again)), stopping);
        _waiting.Add(again.Select(later => new WaitingDelivery(_subscription, later.Key, later.Value.DueAt.UtcDateTime)));
    }

    /// <summary>
    /// Counts the delivery before it is made. Nobody waits for the count of a first one: it is written with whatever else is. For
    /// what an earlier process left it is awaited, so that a message that ends the process at once is counted too.
    /// </summary>
    private Task Begin(IReadOnlyList<Delivery> batch, CancellationToken stopping)
    {
        if (batch.Any(delivery => delivery.Seq <= _left))
        {
            return _faults.Outlast(Count, stopping);
        }

        _ = Quietly.Do(Count);
        return Task.CompletedTask;

        Task Count() => _tools.Database.Write(session => DeliveryRows.Begin(session, batch));
    }

    private async Task<IReadOnlyDictionary<long, Redelivery>> SetAside(Delivery delivery, CancellationToken stopping)
    {
        var message = delivery.Message;
        _tools.Log.LogError(
            "Message {Id} for {Subscription} is set aside: the process has ended during {Count} deliveries",
                delivery.Id, _subscription, delivery.Begun);
        await _tools.SetAside.Keep(
            new SetAsideMessage(
                _subscription, message.Digest, "The process ended during every delivery", "", message.Attempt
                    + delivery.Begun, _tools.Clock.GetUtcNow(),
                message.Body),
            stopping);
        return new Dictionary<long, Redelivery>();
    }

    /// <summary>Which of the batch come again. The same message twice in a batch has the same digest.</summary>
    private static Dictionary<long, Redelivery> Match(IReadOnlyList<Delivery> batch, IReadOnlyList<Redelivery> again)
    {
        if (again.Count == 0)
        {
            return [];
        }

        var rows = batch.GroupBy(delivery => delivery.Message.Digest).ToDictionary(same => same.Key, same => new Queue<Delivery>(same));
        return again.ToDictionary(later => rows[later.Message.Digest].Dequeue().Seq);
    }

    private Redelivery Later(Delivery delivery)
    {
        var now = _tools.Clock.GetUtcNow();
        return Redelivery.After(delivery.Message, now) ?? new Redelivery(delivery.Message, now + LongestWait);
    }
}

/// <summary>What every subscription's queue works with.</summary>
internal sealed record DeliveryTools(
    SqliteDatabase Database, DeliverEvents Deliver, ISetAsideMessages SetAside, Workload Workload, TimeProvider Clock, ILogger Log);
