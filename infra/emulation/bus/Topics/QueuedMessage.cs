using Amqp;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message in a queue.</summary>
/// <param name="number">Its place in the queue, which it keeps when it comes again.</param>
/// <param name="topicNumber">The number that the topic gave it.</param>
internal sealed class QueuedMessage(long number, long topicNumber, BusMessage message, DateTimeOffset enqueuedAt)
{
    public long Number => number;

    public BusMessage Message { get; private set; } = message;

    /// <summary>Deliveries that were not completed.</summary>
    public int DeliveryCount { get; set; }

    public void Change(IEnumerable<KeyValuePair<string, object>> properties) => Message = Message.With(properties);

    /// <param name="lockedUntil">Null: it is not locked for the one who gets it.</param>
    public ByteBuffer Write(DateTimeOffset? lockedUntil)
    {
        var annotations = new Dictionary<string, object>
        {
            ["x-opt-sequence-number"] = number,
            ["x-opt-enqueue-sequence-number"] = topicNumber,
            ["x-opt-enqueued-time"] = enqueuedAt.UtcDateTime,
            ["x-opt-message-state"] = 0,
        };
        if (lockedUntil is { } until)
        {
            annotations["x-opt-locked-until"] = until.UtcDateTime;
        }

        return Message.Write(DeliveryCount, annotations);
    }
}
