using VksServerless.Application.Events;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Events;

/// <summary>
/// Delivers what is committed to every subscription, at least once. The database holds what is still to be delivered: a process
/// that begins goes on with what an earlier one left.
/// </summary>
public sealed class EventQueue : BackgroundWork
{
    private readonly DeliveryBell _bell;
    private readonly SqliteDatabase _database;
    private readonly Workload _workload;
    private readonly TimerQueue<WaitingDelivery> _waiting;
    private readonly Dictionary<string, SubscriptionQueue> _subscriptions;
    private Task _running = Task.CompletedTask;

    public EventQueue(
        SqliteDatabase database, DeliveryBell bell, DeliverEvents deliver, ISetAsideMessages setAside, IEnumerable<IListener> listeners,
        Workload workload, TimeProvider clock, ILogger<EventQueue> log)
    {
        (_database, _bell, _workload) = (database, bell, workload);
        _waiting = new TimerQueue<WaitingDelivery>(clock, workload, waiting => waiting.DueAt, Release);
        var tools = new DeliveryTools(database, deliver, setAside, workload, clock, log);
        _subscriptions = listeners.Select(listener => listener.Subscription)
            .ToDictionary(subscription => subscription, subscription => new SubscriptionQueue(subscription, tools, _waiting));
    }

    /// <summary>When the next message that waits for its time is due.</summary>
    public DateTime? NextDue => _waiting.Next;

    /// <summary>Delivers what is due, also when the clock was set instead of having run on.</summary>
    public void CheckTimers() => _waiting.Check();

    protected override Task Begin(CancellationToken cancellation)
    {
        var left = _database.Read(DeliveryRows.Last);
        _bell.Rung += OnRung;
        foreach (var subscription in _subscriptions.Values)
        {
            subscription.Resume(left);
        }

        _waiting.Add(_database.Read(DeliveryRows.Waiting).Where(waiting => _subscriptions.ContainsKey(waiting.Subscription)));
        _running = Task.WhenAll(_subscriptions.Values.Select(subscription => subscription.Run(Stopping)));
        return Task.CompletedTask;
    }

    protected override Task End()
    {
        _bell.Rung -= OnRung;
        _waiting.Dispose();
        return _running;
    }

    private void OnRung(string subscription)
    {
        if (_subscriptions.TryGetValue(subscription, out var queue))
        {
            queue.Feed.Ring();
        }
    }

    private async Task Release(IReadOnlyList<WaitingDelivery> due)
    {
        _workload.Began(Work.Delivery, due.Count);
        foreach (var delivery in due)
        {
            await _subscriptions[delivery.Subscription].Feed.Release(delivery.Seq, Stopping);
        }
    }
}
