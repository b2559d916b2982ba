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
    private Task _running = Task.CompletedTask;

    public BusPump(
        LocalBus bus, SqliteDatabase database, Workload workload, TimeProvider clock, BusOptions options,
        IEnumerable<BusListener> listeners, ILogger<BusPump> log)
    {
        (_bus, _workload, _log) = (bus, workload, log);
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
            pump.Resume();
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
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private void OnArrived(string subscription, IReadOnlyList<long> messages)
    {
        if (_pumps.TryGetValue(subscription, out var pump))
        {
            pump.Arrived(messages);
        }
        else
        {
            _workload.Ended(Work.Delivery, messages.Count);
        }
    }
}
