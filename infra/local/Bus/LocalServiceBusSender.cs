using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;

namespace VksServerless.Local.Bus;

/// <summary>Puts messages on the local bus.</summary>
public sealed class LocalServiceBusSender(LocalBus bus, string topic) : ServiceBusSender
{
    private const int LargestBatch = 256 * 1024;

    private readonly ConditionalWeakTable<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

    public override string EntityPath => topic;

    public override string FullyQualifiedNamespace => "local";

    public override string Identifier => topic;

    public override bool IsClosed => false;

    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        bus.Send(topic, [message], cancellationToken);

    public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
        bus.Send(topic, [.. messages], cancellationToken);

    public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
        _batches.TryGetValue(messageBatch, out var messages)
            ? bus.Send(topic, [.. messages], cancellationToken)
            : throw new ArgumentException("The batch was made by another sender.", nameof(messageBatch));

    public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        CreateMessageBatchAsync(new CreateMessageBatchOptions { MaxSizeInBytes = LargestBatch }, cancellationToken);

    public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CreateMessageBatchOptions options, CancellationToken cancellationToken = default)
    {
        var messages = new List<ServiceBusMessage>();
        var room = options.MaxSizeInBytes ?? LargestBatch;
        var batch = ServiceBusModelFactory.ServiceBusMessageBatch(
            0, messages, options, message => (room -= message.Body.ToMemory().Length) >= 0);
        _batches.Add(batch, messages);
        return ValueTask.FromResult(batch);
    }

    public override Task CloseAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

#pragma warning disable CA2215 // The genuine base closes a connection, and there is none here.
    public override ValueTask DisposeAsync()
#pragma warning restore CA2215
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
