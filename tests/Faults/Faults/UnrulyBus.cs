using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using VksServerless.Events;
using VksServerless.Local.Bus;

namespace VksServerless.Faults.Faults;

/// <summary>A bus that delivers each message twice, in a random order, some of them late, and poison among them. The seed decides.</summary>
internal sealed class UnrulyBus(LocalBus bus, int seed) : ServiceBusClient
{
    private const int PoisonEvery = 25;
    private readonly LocalServiceBusClient _inner = new(bus);
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly List<ServiceBusMessage> _late = [];
    private int _sent;

    /// <summary>How many subscriptions were given poison, each time.</summary>
    public int Poisoned { get; private set; }

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(this, _inner.CreateSender(queueOrTopicName));

#pragma warning disable CA2215 // The genuine base closes a connection, and there is none here.
    public override ValueTask DisposeAsync()
#pragma warning restore CA2215
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>What of these is delivered now, and what of the earlier ones.</summary>
    private ServiceBusMessage[] Disturb(IEnumerable<ServiceBusMessage> messages)
    {
        lock (_lock)
        {
            var now = new List<ServiceBusMessage>(_late);
            _late.Clear();
            foreach (var message in messages)
            {
                now.Add(message);
                (_random.Next(3) == 0 ? _late : now).Add(Copy(message, "again"));
                if (++_sent % PoisonEvery == 0)
                {
                    Poisoned += Subscriptions.All.Values.Count(subjects => subjects.Contains(message.Subject));
                    now.Add(new ServiceBusMessage(BinaryData.FromString("{ no event")) { MessageId = $"poison-{_sent}", Subject = message.Subject });
                }
            }

            var order = now.ToArray();
            _random.Shuffle(order);
            return order;
        }
    }

    private static ServiceBusMessage Copy(ServiceBusMessage message, string suffix) =>
        new(message.Body) { MessageId = $"{message.MessageId}.{suffix}", Subject = message.Subject, ContentType = message.ContentType };

    private sealed class Sender(UnrulyBus unruly, ServiceBusSender inner) : ServiceBusSender
    {
        private readonly ConditionalWeakTable<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
            SendMessagesAsync([message], cancellationToken);

        public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
            inner.SendMessagesAsync(unruly.Disturb(messages), cancellationToken);

        public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
        {
            var messages = new List<ServiceBusMessage>();
            var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, messages, tryAddCallback: _ => true);
            _batches.Add(batch, messages);
            return ValueTask.FromResult(batch);
        }

        public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
            _batches.TryGetValue(messageBatch, out var messages)
                ? SendMessagesAsync(messages, cancellationToken)
                : throw new ArgumentException("The batch was made by another sender.", nameof(messageBatch));
    }
}
