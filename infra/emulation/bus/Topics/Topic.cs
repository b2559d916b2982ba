using Amqp.Framing;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>
/// The topic with its subscriptions, and the one gate that guards them all. Nothing within the gate waits or talks to a client:
/// <see cref="NextRound"/> says what is to be sent.
/// </summary>
internal sealed class Topic
{
    /// <summary>Clients renew their locks in real time, whatever time the system is at.</summary>
    private static readonly TimeProvider LockClock = TimeProvider.System;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Bell _bell;
    private readonly UseLog _uses;
    private readonly NextMessage _next = new();
    private readonly Inbox _inbox;
    private readonly List<Subscription> _subscriptions;
    private readonly Dictionary<string, MessageQueue> _queues;

    public Topic(TopicDefinition definition, TimeProvider clock, Bell bell, UseLog uses)
    {
        (Name, _clock, _bell, _uses) = (definition.Name, clock, bell, uses);
        _subscriptions = [.. definition.Subscriptions.Select(subscription => new Subscription(Name, subscription, _next, uses))];
        _inbox = new Inbox(Name, definition.DuplicateDetectionWindow, _subscriptions, uses);
        _queues = _subscriptions.SelectMany(subscription => new[] { subscription.Messages, subscription.DeadLetters })
            .ToDictionary(queue => queue.Path, StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    public MessageQueue? FindQueue(string path) => _queues.GetValueOrDefault(path);

    /// <returns>The number of each, by which a scheduled one can be cancelled.</returns>
    public IReadOnlyList<long> Take(IReadOnlyList<BusMessage> messages, BusOperation operation) => Change(() =>
    {
        _uses.Add(Name, operation);
        return messages.Select(message => _inbox.Take(message, _clock.GetUtcNow())).ToList();
    });

    public Error? CancelScheduled(IReadOnlyList<long> numbers) => Change(() => _inbox.Cancel(numbers));

    public Error? Settle(MessageQueue queue, Guid token, Settlement settlement) => Change(() => queue.Settle(token, settlement));

    /// <returns>Until when the locks last now; null: one of them is lost, and none was renewed.</returns>
    public IReadOnlyList<DateTimeOffset>? Renew(MessageQueue queue, IReadOnlyList<Guid> tokens) =>
        Change(() => queue.Renew(tokens, LockClock.GetUtcNow()));

    public void Add(MessageQueue queue, Consumer consumer) => Change(() =>
    {
        _uses.Add(queue.Path, BusOperation.OpenReceiver);
        queue.Consumers.Add(consumer);
    });

    /// <summary>
    /// What it had locked stays locked until that runs out, as with Service Bus (github.com/Azure/amqpnetlite/issues/340).
    /// </summary>
    public void Remove(MessageQueue queue, Consumer consumer) => Change(() => queue.Consumers.Remove(consumer));

    public void Grant(Consumer consumer, int change) => Change(() => consumer.Grant(change));

    public void Undo(Delivery delivery) => Change(() => delivery.Queue.Undo(delivery));

    public void DuplicateNext(int messages) => Change(() => _inbox.DuplicateNext(messages));

    public void Reorder(DeliveryOrder order, int seed) => Change(() => _next.Set(order, seed));

    public T Read<T>(Func<Inbox, IReadOnlyList<Subscription>, T> read)
    {
        lock (_gate)
        {
            CheckTimersWithinGate();
            return read(_inbox, _subscriptions);
        }
    }

    public void CheckTimers() => Change(() => { });

    public Round NextRound()
    {
        lock (_gate)
        {
            CheckTimersWithinGate();
            var now = LockClock.GetUtcNow();
            var deliveries = _queues.Values.SelectMany(queue => queue.Assign(now)).ToList();
            var drained = _queues.Values.SelectMany(queue => queue.Consumers.TakeDrained()).ToList();
            var ends = _queues.Values.Select(queue => queue.NextLockEnd);
            var due = _clock == TimeProvider.System ? _inbox.NextDue : null;
            return new Round(deliveries, drained, ends.Append(due).Min() - now);
        }
    }

    private void Change(Action change) => Change(() =>
    {
        change();
        return true;
    });

    /// <summary>Does something, after what was due before, and has delivered what follows from it.</summary>
    private T Change<T>(Func<T> change)
    {
        lock (_gate)
        {
            CheckTimersWithinGate();
            var result = change();
            _bell.Ring();
            return result;
        }
    }

    private void CheckTimersWithinGate()
    {
        _inbox.EnqueueDue(_clock.GetUtcNow());
        foreach (var queue in _queues.Values)
        {
            queue.ExpireLocks(LockClock.GetUtcNow());
        }
    }
}
