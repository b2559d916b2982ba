using Microsoft.Extensions.Logging;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Bus;

/// <summary>Delivers to every subscription that a function listens to.</summary>
internal sealed class BusPump : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LocalBus _bus;
    private readonly Dictionary<string, SubscriptionPump> _pumps = new(StringComparer.Ordinal);
    private readonly Workload _workload;
    private readonly ILogger<BusPump> _log;
    private readonly TimerQueue<(SubscriptionPump Pump, Delivery Delivery)> _scheduled;
    private Task _running = Task.CompletedTask;

    public BusPump(
        LocalBus bus, SqliteDatabase database, Workload workload, TimeProvider clock, BusOptions options,
        IEnumerable<BusListener> listeners, ILogger<BusPump> log)
    {
        (_bus, _workload, _log) = (bus, workload, log);
        _scheduled = new TimerQueue<(SubscriptionPump Pump, Delivery Delivery)>(clock, workload, scheduled => scheduled.Delivery.DueAt, Release);
        foreach (var listener in listeners)
        {
            var pump = new SubscriptionPump(
                listener.Subscription, listener.IsBatched, listener.Deliver, database, workload, clock, options, log);
            if (!_pumps.TryAdd(listener.Subscription, pump))
            {
                throw new InvalidOperationException($"Two functions listen to {listener.Subscription}.");
            }
        }
    }

    /// <summary>When the next scheduled message is due, by the clock of whoever scheduled it.</summary>
    public DateTime? NextScheduled => _scheduled.Next;

    public void CheckScheduled() => _scheduled.Check();

    public void Start()
    {
        foreach (var unheard in _bus.Subscriptions.Where(subscription => !_pumps.ContainsKey(subscription.Id)))
        {
            _log.LogWarning("No function listens to {Subscription}; its messages are kept", unheard.Id);
        }

        foreach (var unfed in _pumps.Keys.Where(id => _bus.Subscriptions.All(subscription => subscription.Id != id)))
        {
            throw new InvalidOperationException($"A function listens to {unfed}, which is not among the subscriptions.");
        }

        _bus.Arrived += OnArrived;
        foreach (var pump in _pumps.Values)
        {
            Accept(pump, pump.Resume());
        }

        _running = Task.WhenAll(_pumps.Values.Select(pump => pump.Run(_stopping.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        _bus.Arrived -= OnArrived;
        _scheduled.Dispose();
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private void OnArrived(string subscription, IReadOnlyList<Delivery> arrived)
    {
        if (_pumps.TryGetValue(subscription, out var pump))
        {
            Accept(pump, arrived);
        }
        else
        {
            _workload.Ended(Work.Delivery, arrived.Count(delivery => delivery.DueAt == default));
        }
    }

    private void Accept(SubscriptionPump pump, IReadOnlyList<Delivery> arrived)
    {
        pump.Deliver(arrived.Where(delivery => delivery.DueAt == default));
        _scheduled.Add(arrived.Where(delivery => delivery.DueAt != default).Select(delivery => (pump, delivery)));
    }

    private Task Release(IReadOnlyList<(SubscriptionPump Pump, Delivery Delivery)> due)
    {
        _workload.Began(Work.Delivery, due.Count);
        foreach (var (pump, delivery) in due)
        {
            pump.Deliver([delivery]);
        }

        return Task.CompletedTask;
    }
}
