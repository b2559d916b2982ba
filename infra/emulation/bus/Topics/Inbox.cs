using Amqp.Framing;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Takes what is sent to the topic: drops duplicates, keeps what is scheduled, gives the rest to the subscriptions.</summary>
internal sealed class Inbox(string topic, TimeSpan? duplicateWindow, IReadOnlyList<Subscription> subscriptions, UseLog uses)
{
    private readonly DuplicateHistory? _history = duplicateWindow is { } window ? new DuplicateHistory(window) : null;
    private readonly ScheduledMessages _scheduled = new();
    private long _number;
    private int _toDuplicate;

    public DateTimeOffset? NextDue => _scheduled.NextDue;

    public IEnumerable<(long Number, BusMessage Message)> Scheduled => _scheduled.All;

    public void DuplicateNext(int messages) => _toDuplicate = messages;

    /// <summary>Scheduled messages count for duplicates from the moment when they are sent, as with Service Bus.</summary>
    /// <returns>Its number in the topic, by which a scheduled message can be cancelled.</returns>
    public long Take(BusMessage message, DateTimeOffset now)
    {
        var number = ++_number;
        if (message.Id is { } id && _history?.IsNew(id, now) == false)
        {
            uses.Add(topic, BusOperation.DropDuplicate);
            return number;
        }

        uses.Add(topic, BusOperation.Accept);
        if (message.DueAt is { } due && due > now)
        {
            _scheduled.Add(number, message, due);
        }
        else
        {
            Enqueue(number, message, now);
        }

        return number;
    }

    /// <summary>Cancels all of them, or none.</summary>
    public Error? Cancel(IReadOnlyList<long> numbers)
    {
        if (!numbers.All(_scheduled.Contains))
        {
            return BusErrors.MessageNotFound;
        }

        uses.Add(topic, BusOperation.CancelScheduled, numbers.Count);
        foreach (var number in numbers)
        {
            _scheduled.Remove(number);
        }

        return null;
    }

    public void EnqueueDue(DateTimeOffset now)
    {
        foreach (var (number, message) in _scheduled.TakeDue(now))
        {
            Enqueue(number, message, now);
        }
    }

    private void Enqueue(long number, BusMessage message, DateTimeOffset now)
    {
        var takers = subscriptions.Where(subscription => subscription.Takes(message)).ToList();
        if (takers.Count == 0)
        {
            uses.Add(topic, BusOperation.DropUnmatched);
            return;
        }

        var copies = _toDuplicate > 0 ? 2 : 1;
        _toDuplicate = Math.Max(0, _toDuplicate - 1);
        foreach (var taker in Enumerable.Repeat(takers, copies).SelectMany(each => each))
        {
            taker.Put(number, message, now);
        }
    }
}
