namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage
{
    private const int LongestId = 128;

    public ServiceBusMessage()
        : this(default(ReadOnlyMemory<byte>))
    {
    }

    public ServiceBusMessage(string body)
        : this(new BinaryData(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body) => Body = body ?? throw new ArgumentNullException(nameof(body));

    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        var from = receivedMessage;
        (Body, ContentType, CorrelationId, Subject, To, ReplyTo) =
            (from.Body, from.ContentType, from.CorrelationId, from.Subject, from.To, from.ReplyTo);
        (MessageId, SessionId, ReplyToSessionId) = (from.MessageId, from.SessionId, from.ReplyToSessionId);
        (PartitionKey, TransactionPartitionKey) = (from.PartitionKey, from.TransactionPartitionKey);
        (TimeToLive, ScheduledEnqueueTime) = (from.TimeToLive, from.ScheduledEnqueueTime);
        foreach (var (name, value) in from.ApplicationProperties.Where(property => !IsDeadLetterHeader(property.Key)))
        {
            ApplicationProperties.Add(name, value);
        }
    }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public BinaryData Body { get; set; }

    public string ContentType { get; set; }

    public string CorrelationId { get; set; }

    public string MessageId
    {
        get;
        set => field = string.IsNullOrEmpty(value)
            ? throw new ArgumentException("A message id is not empty.", nameof(MessageId))
            : Bounded(value, nameof(MessageId));
    }

    public string PartitionKey
    {
        get;
        set => field = SessionId is null || value is null || value == SessionId
            ? Bounded(value, nameof(PartitionKey))
            : throw new ArgumentOutOfRangeException(nameof(PartitionKey), value, "A partition key is the session id where one is set.");
    }

    public string ReplyTo { get; set; }

    public string ReplyToSessionId { get; set => field = Bounded(value, nameof(ReplyToSessionId)); }

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public string SessionId { get; set => field = Bounded(value, nameof(SessionId)); }

    public string Subject { get; set; }

    public TimeSpan TimeToLive
    {
        get;
        set => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeToLive), value, "A time to live is positive.");
    } = TimeSpan.MaxValue;

    public string To { get; set; }

    public string TransactionPartitionKey { get; set => field = Bounded(value, nameof(TransactionPartitionKey)); }

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private static string Bounded(string value, string name) => value is not { Length: > LongestId }
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"At most {LongestId} characters.");

    private static bool IsDeadLetterHeader(string name) =>
        name is ServiceBusReceivedMessage.DeadLetterReasonHeader or ServiceBusReceivedMessage.DeadLetterErrorDescriptionHeader;
}
