using Amqp.Framing;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>The messages of a subscription, or of its dead letters. The topic's gate guards it.</summary>
/// <param name="path">“reporting/Subscriptions/totals”, or with “/$DeadLetterQueue”.</param>
/// <param name="maxDeliveryCount">After so many deliveries a message is dead-lettered.</param>
/// <param name="deadLetters">Null: this is the last place that a message comes to.</param>
internal sealed class MessageQueue(
    string path, TimeSpan lockDuration, int maxDeliveryCount, MessageQueue? deadLetters, NextMessage next, UseLog uses)
{
    private readonly SortedDictionary<long, QueuedMessage> _waiting = [];
    private readonly LockTable _locks = new(lockDuration);

    public string Path => path;

    public Consumers Consumers { get; } = new();

    public int Waiting => _waiting.Count;

    public int Locked => _locks.Count;

    public DateTimeOffset? NextLockEnd => _locks.NextEnd;

    public IEnumerable<QueuedMessage> WaitingMessages => _waiting.Values;

    public IEnumerable<QueuedMessage> LockedMessages => _locks.Messages;

    public void Put(QueuedMessage message) => _waiting.Add(message.Number, message);

    /// <summary>Gives waiting messages to the consumers that want some.</summary>
    public IEnumerable<Delivery> Assign(DateTimeOffset now)
    {
        while (_waiting.Count > 0 && Consumers.Next() is { } consumer)
        {
            _waiting.Remove(next.Of(_waiting), out var message);
            consumer.UseCredit();
            uses.Add(path, BusOperation.Deliver);
            var held = consumer.DeletesOnDelivery ? null : _locks.Take(message!, now);
            yield return new Delivery(consumer, this, message!, held, message!.Write(held?.Until));
        }
    }

    /// <summary>A delivery that could not be sent, because the link is closing, has not taken place.</summary>
    public void Undo(Delivery delivery)
    {
        delivery.Consumer.ForgetCredit();
        if (delivery.Lock is { } held)
        {
            if (!_locks.Find(held.Token, out _))
            {
                return;
            }

            _locks.End(held);
        }

        uses.Add(path, BusOperation.Deliver, -1);
        Put(delivery.Message);
    }

    /// <returns>Why it cannot be done; null: it is done.</returns>
    public Error? Settle(Guid token, Settlement settlement)
    {
        if (!_locks.Find(token, out var held))
        {
            return BusErrors.LockLost;
        }

        if (settlement is Settlement.DeadLetter && deadLetters is null)
        {
            return BusErrors.NotAllowed("A dead letter cannot be dead-lettered again.");
        }

        _locks.End(held);
        switch (settlement)
        {
            case Settlement.Complete:
                uses.Add(path, BusOperation.Complete);
                break;
            case Settlement.Release:
                uses.Add(path, BusOperation.Release);
                Put(held.Message);
                break;
            case Settlement.Abandon(var changes):
                uses.Add(path, BusOperation.Abandon);
                held.Message.Change(changes);
                Return(held.Message);
                break;
            case Settlement.DeadLetter(var changes):
                MoveToDeadLetters(held.Message, changes);
                break;
        }

        return null;
    }

    /// <returns>Until when the locks last now; null: one of them is lost, and none was renewed.</returns>
    public IReadOnlyList<DateTimeOffset>? Renew(IReadOnlyList<Guid> tokens, DateTimeOffset now)
    {
        var held = tokens.Select(token => _locks.Find(token, out var found) ? found : null).ToList();
        if (held.Contains(null))
        {
            return null;
        }

        uses.Add(path, BusOperation.RenewLock, held.Count);
        held.ForEach(found => _locks.Renew(found!, now));
        return [.. held.Select(found => found!.Until)];
    }

    /// <summary>What was locked too long comes again.</summary>
    public void ExpireLocks(DateTimeOffset now)
    {
        foreach (var message in _locks.Expire(now))
        {
            uses.Add(path, BusOperation.ExpireLock);
            Return(message);
        }
    }

    /// <summary>One more delivery was not completed.</summary>
    private void Return(QueuedMessage message)
    {
        message.DeliveryCount++;
        if (deadLetters is null || message.DeliveryCount < maxDeliveryCount)
        {
            Put(message);
            return;
        }

        MoveToDeadLetters(message, DeadLetterReasons.TooManyDeliveries(maxDeliveryCount));
    }

    private void MoveToDeadLetters(QueuedMessage message, IReadOnlyDictionary<string, object> reason)
    {
        uses.Add(path, BusOperation.DeadLetter);
        message.Change(reason);
        deadLetters!.Put(message);
    }
}
