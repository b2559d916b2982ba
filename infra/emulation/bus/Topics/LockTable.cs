using System.Diagnostics.CodeAnalysis;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>The locks of one queue. They all last equally long, so they run out in the order in which they were taken or renewed.</summary>
internal sealed class LockTable(TimeSpan duration)
{
    private readonly Dictionary<Guid, MessageLock> _held = [];
    private readonly Queue<(MessageLock Lock, DateTimeOffset Until)> _ends = [];

    public int Count => _held.Count;

    public IEnumerable<QueuedMessage> Messages => _held.Values.Select(held => held.Message);

    /// <summary>When the next lock runs out.</summary>
    public DateTimeOffset? NextEnd
    {
        get
        {
            while (_ends.TryPeek(out var end) && !IsHeld(end.Lock, end.Until))
            {
                _ends.Dequeue();
            }

            return _ends.TryPeek(out var next) ? next.Until : null;
        }
    }

    public MessageLock Take(QueuedMessage message, DateTimeOffset now)
    {
        var taken = new MessageLock(Guid.NewGuid(), message, now + duration);
        _held.Add(taken.Token, taken);
        _ends.Enqueue((taken, taken.Until));
        return taken;
    }

    public bool Find(Guid token, [NotNullWhen(true)] out MessageLock? held) => _held.TryGetValue(token, out held);

    public void Renew(MessageLock held, DateTimeOffset now)
    {
        held.Until = now + duration;
        _ends.Enqueue((held, held.Until));
    }

    public void End(MessageLock held) => _held.Remove(held.Token);

    /// <summary>Ends those that have run out.</summary>
    /// <returns>Their messages.</returns>
    public IReadOnlyList<QueuedMessage> Expire(DateTimeOffset now)
    {
        var expired = new List<QueuedMessage>();
        while (NextEnd <= now)
        {
            var (held, _) = _ends.Dequeue();
            End(held);
            expired.Add(held.Message);
        }

        return expired;
    }

    private bool IsHeld(MessageLock held, DateTimeOffset until) => held.Until == until && _held.ContainsKey(held.Token);
}
