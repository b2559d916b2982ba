namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Messages that the topic holds until their time has come.</summary>
internal sealed class ScheduledMessages
{
    private readonly SortedSet<(DateTimeOffset DueAt, long Number)> _inOrder = [];
    private readonly Dictionary<long, BusMessage> _messages = [];

    public int Count => _messages.Count;

    public DateTimeOffset? NextDue => _inOrder.Count > 0 ? _inOrder.Min.DueAt : null;

    public IEnumerable<(long Number, BusMessage Message)> All => _inOrder.Select(entry => (entry.Number, _messages[entry.Number]));

    public void Add(long number, BusMessage message, DateTimeOffset dueAt)
    {
        _inOrder.Add((dueAt, number));
        _messages.Add(number, message);
    }

    public bool Contains(long number) => _messages.ContainsKey(number);

    public void Remove(long number)
    {
        _messages.Remove(number);
        _inOrder.RemoveWhere(entry => entry.Number == number);
    }

    /// <summary>Takes out what is due.</summary>
    public IReadOnlyList<(long Number, BusMessage Message)> TakeDue(DateTimeOffset now)
    {
        var due = new List<(long, BusMessage)>();
        while (NextDue <= now)
        {
            var next = _inOrder.Min;
            _inOrder.Remove(next);
            _messages.Remove(next.Number, out var message);
            due.Add((next.Number, message!));
        }

        return due;
    }
}
