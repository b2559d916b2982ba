namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A subscription with its messages and its dead letters.</summary>
internal sealed class Subscription
{
    private readonly HashSet<string> _subjects;
    private long _number;

    public Subscription(string topic, SubscriptionDefinition definition, NextMessage next, UseLog uses)
    {
        Name = definition.Name;
        _subjects = [.. definition.Subjects];
        var path = $"{topic}/Subscriptions/{Name}";
        DeadLetters = new MessageQueue(
            path + "/$DeadLetterQueue", definition.LockDuration, definition.MaxDeliveryCount, deadLetters: null, next, uses);
        Messages = new MessageQueue(path, definition.LockDuration, definition.MaxDeliveryCount, DeadLetters, next, uses);
    }

    public string Name { get; }

    public MessageQueue Messages { get; }

    public MessageQueue DeadLetters { get; }

    public bool Takes(BusMessage message) => message.Subject is { } subject && _subjects.Contains(subject);

    public void Put(long topicNumber, BusMessage message, DateTimeOffset now) =>
        Messages.Put(new QueuedMessage(++_number, topicNumber, message, now));
}
