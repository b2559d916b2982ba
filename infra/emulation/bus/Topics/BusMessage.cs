using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message as it was sent. Nothing changes it: what has other properties is another message.</summary>
internal sealed class BusMessage
{
    private static readonly Symbol ScheduledEnqueueTime = new("x-opt-scheduled-enqueue-time");

    private readonly Message _sent;
    private readonly Map _properties;

    private BusMessage(Message sent, Map properties) => (_sent, _properties) = (sent, properties);

    public string? Id => _sent.Properties?.GetMessageId()?.ToString();

    public string? Subject => _sent.Properties?.Subject;

    /// <summary>When it is to be enqueued, in UTC.</summary>
    public DateTimeOffset? DueAt =>
        _sent.MessageAnnotations?[ScheduledEnqueueTime] is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>It was sent with a time to live.</summary>
    public bool Expires => _sent.Header is { Ttl: not uint.MaxValue };

    /// <summary>One of its application properties as text.</summary>
    public string? Property(string name) => _properties[name]?.ToString();

    /// <summary>The bytes of its data sections.</summary>
    public byte[] Body => [.. DataSections.Of(_sent).SelectMany(section => section)];

    /// <param name="encoded">Not to be changed afterwards.</param>
    /// <exception cref="AmqpException">They are no message.</exception>
    public static BusMessage Read(byte[] encoded)
    {
        var sent = Message.Decode(new ByteBuffer(encoded, 0, encoded.Length, encoded.Length));
        return new BusMessage(sent, sent.ApplicationProperties?.Map ?? []);
    }

    public BusMessage With(IEnumerable<KeyValuePair<string, object>> changes)
    {
        var properties = new Map();
        foreach (var (name, value) in _properties)
        {
            properties[name] = value;
        }

        foreach (var (name, value) in changes)
        {
            properties[name] = value;
        }

        return new BusMessage(_sent, properties);
    }

    /// <summary>Its encoded form for a receiver.</summary>
    /// <param name="deliveryCount">Deliveries before this one.</param>
    /// <param name="annotations">What the bus says of it.</param>
    public ByteBuffer Write(int deliveryCount, IEnumerable<KeyValuePair<string, object>> annotations)
    {
        var message = new Message
        {
            Header = new Header { Durable = _sent.Header?.Durable ?? false, DeliveryCount = (uint)deliveryCount },
            MessageAnnotations = new MessageAnnotations(),
            Properties = _sent.Properties,
            BodySection = _sent.BodySection,
            Footer = _sent.Footer,
        };
        foreach (var (name, value) in _sent.MessageAnnotations?.Map ?? [])
        {
            message.MessageAnnotations[name] = value;
        }

        foreach (var (name, value) in annotations)
        {
            message.MessageAnnotations[new Symbol(name)] = value;
        }

        if (_properties.Count > 0)
        {
            message.ApplicationProperties = new ApplicationProperties();
            foreach (var (name, value) in _properties)
            {
                message.ApplicationProperties[name] = value;
            }
        }

        return message.Encode();
    }
}
