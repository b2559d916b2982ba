using Azure.Messaging.ServiceBus;

namespace VksServerless.Contracts.Azurite;

/// <summary>A topic of the bus, by the genuine client's own types for tests.</summary>
internal sealed class Topic
{
    private readonly List<ServiceBusMessage> _sent = [];

    public Exception? Fault { get; set; }

    public int Tries { get; private set; }

    public IReadOnlyList<ServiceBusMessage> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public ServiceBusSender Sender() => new FakeSender(this);

    private void Take(IEnumerable<ServiceBusMessage> messages)
    {
        Tries++;
        if (Fault is not null)
        {
            throw Fault;
        }

        lock (_sent)
        {
            _sent.AddRange(messages);
        }
    }

    private sealed class FakeSender(Topic topic) : ServiceBusSender
    {
        private readonly Dictionary<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

        public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
        {
            var messages = new List<ServiceBusMessage>();
            var batch = ServiceBusModelFactory.ServiceBusMessageBatch(256 * 1024, messages);
            _batches[batch] = messages;
            return new(batch);
        }

        public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
        {
            topic.Take(_batches[messageBatch]);
            return Task.CompletedTask;
        }
    }
}
